import { posix } from 'node:path';
import type { Package } from '../workspace/packages.js';
import { isTest, type SourceFile } from '../workspace/source-files.js';
import { computedModule, type Import } from './parse.js';

/** The package that a module specifier names: `@hub/decider`, `pg` for `pg/lib/client`. */
export function packageNamed(module: string): string {
  const parts = module.split('/');
  return parts.slice(0, module.startsWith('@') ? 2 : 1).join('/');
}

export const isRelative = (module: string): boolean => /^\.{1,2}(\/|$)/.test(module);
const isBuiltin = (module: string): boolean => module.startsWith('node:');

/** What is wrong with an import, whatever the file does: which package may know which. */
export function importFinding(file: SourceFile, found: Import, packages: readonly Package[]): string | undefined {
  const { module } = found;
  if (module === computedModule) return undefined;
  if (isRelative(module)) return relativeFinding(file, module);
  if (module.startsWith('/') || module.startsWith('file:'))
    return `imports the absolute path ${module}: import a package`;
  if (isBuiltin(module)) return undefined;
  const name = packageNamed(module);
  const target = packages.find((one) => one.name === name);
  return (target && directionFinding(file, target)) ?? undeclaredFinding(file, found, name);
}

function relativeFinding(file: SourceFile, module: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(file.path), module));
  return target.startsWith('..')
    ? `imports ${module}, outside its own package: import the package by its name`
    : undefined;
}

/** apps → contracts and libs; libs → libs; contracts → none of ours; infra starts apps as processes only. */
function directionFinding(file: SourceFile, target: Package): string | undefined {
  const { package: from } = file;
  if (target.name === from.name) return undefined;
  if (from.name === '@hub/contracts') return `contracts must know none of our packages, not even ${target.name}`;
  if (target.kind === 'apps') {
    const remedy =
      from.kind === 'infra' ? 'start it as a process' : 'react to its events, or move what is shared to a library';
    return `${from.kind} must not import the service ${target.name}: ${remedy}`;
  }
  // Tests may start what the machine needs, as @hub/testkit does for them.
  if (target.kind === 'infra' && from.kind !== 'infra' && from.name !== '@hub/testkit' && !isTest(file.path)) {
    return `${from.kind} must not import ${target.name}: infra is for the machine, not for the code`;
  }
  if (target.name === '@hub/testkit' && from.kind === 'apps' && !isTest(file.path))
    return '@hub/testkit is for tests only';
  return undefined;
}

function undeclaredFinding(file: SourceFile, found: Import, name: string): string | undefined {
  const { dependencies, devDependencies } = file.package;
  if (name === file.package.name || name in dependencies) return undefined;
  // Erased or never deployed: a development dependency is enough. The types of an untyped package count for it.
  const typesOf = `@types/${name.replace(/^@/, '').replace('/', '__')}`;
  const develops = name in devDependencies || (found.typeOnly && typesOf in devDependencies);
  if (develops && (found.typeOnly || isTest(file.path))) return undefined;
  return `imports ${name}, which is not among the ${develops ? 'dependencies (it is a devDependency)' : 'dependencies'} of ${file.package.name}`;
}
