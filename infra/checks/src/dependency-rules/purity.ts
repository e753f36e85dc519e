import { posix } from 'node:path';
import { isTest, type SourceFile } from '../workspace/source-files.js';
import { isRelative, packageNamed } from './import-rules.js';
import { computedModule, type Import, type Parsed } from './parse.js';

/** Where effects live: the file says so by its suffix (docs/architecture.md, rule 2). */
const effects = ['controller', 'consumer', 'store', 'entity', 'client', 'module', 'config'];
const effectFile = new RegExp(`(\\.(${effects.join('|')})\\.ts|(^|/)(main|cli)\\.ts)$|(^|/)migrations/`);

/** Our libraries that do nothing but compute. */
const pureLibraries = new Set([
  '@hub/contracts',
  '@hub/decider',
  '@hub/clock',
  '@hub/procedures',
  '@hub/tlog',
  '@hub/disclosure',
]);

/** Parts of our other libraries that do nothing but compute. */
const pureParts = new Set(['@hub/http-edge/page', '@hub/http-edge/while-valid', '@hub/pdf/template']);

/**
 * Packages of others that do nothing but compute. Add one here only if that is true of all that is used of it:
 * `jsonld` is given a loader that refuses, so it never follows an address.
 */
const purePackages = new Set([
  'typebox',
  'class-validator',
  'class-transformer',
  'class-validator-jsonschema',
  'n3',
  'jsonld',
  'canonicalize',
]);

/** Parts of Node that do nothing but compute. */
const pureBuiltins = new Set([
  'assert',
  'assert/strict',
  'buffer',
  'string_decoder',
  'url',
  'util',
  'path',
  'path/posix',
  'zlib',
]);

/** What of `node:crypto` gives the same answer to the same arguments. */
const pureCrypto =
  /^(hash|createHash|createHmac|createCipheriv|createDecipheriv|createPublicKey|createPrivateKey|createSecretKey|sign|verify|hkdfSync|scryptSync|pbkdf2Sync|timingSafeEqual|KeyObject)$/;

export const isPure = (file: SourceFile): boolean =>
  file.package.kind === 'apps' && file.path.startsWith('src/') && !isTest(file.path) && !effectFile.test(file.path);

/** What keeps a file of the pure core from being pure. */
export function purityFindings(file: SourceFile, { imports, ambient }: Parsed): { line: number; finding: string }[] {
  const remedy = `move the effect to a file named .${effects.join(' .')}, or take it as an argument`;
  return [
    ...imports.flatMap((found) => {
      const finding = impureImport(file, found);
      return finding ? [{ line: found.line, finding: `${finding}: ${remedy}` }] : [];
    }),
    ...ambient.map(({ what, line }) => ({ line, finding: `a pure file uses ${what}: ${remedy}` })),
  ];
}

function impureImport(file: SourceFile, { module, typeOnly, names }: Import): string | undefined {
  if (module === computedModule) return 'a pure file imports a module that is computed';
  if (isRelative(module)) {
    const target = posix.join(posix.dirname(file.path), module).replace(/\.js$/, '.ts');
    return !typeOnly && effectFile.test(target) ? `a pure file imports the effects of ${module}` : undefined;
  }
  if (module.startsWith('node:')) return typeOnly ? undefined : impureBuiltin(module.slice('node:'.length), names);
  const name = packageNamed(module);
  // A type of our own library is a shape; a type of a framework is the framework in the rules.
  if (
    pureParts.has(module) ||
    pureLibraries.has(name) ||
    purePackages.has(name) ||
    (typeOnly && name.startsWith('@hub/'))
  )
    return undefined;
  return `a pure file imports ${name}`;
}

function impureBuiltin(name: string, names: readonly string[]): string | undefined {
  if (pureBuiltins.has(name)) return undefined;
  if (name !== 'crypto') return `a pure file imports node:${name}`;
  const impure = names.filter((one) => !pureCrypto.test(one));
  return impure.length > 0 ? `a pure file imports ${impure.join(', ')} of node:crypto` : undefined;
}
