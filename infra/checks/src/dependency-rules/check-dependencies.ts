import { relative } from 'node:path';
import type { Step } from '../run/step.js';
import { type Package, packagesIn } from '../workspace/packages.js';
import { type SourceFile, sourcesOf } from '../workspace/source-files.js';
import { importFinding, packageNamed } from './import-rules.js';
import { parse } from './parse.js';
import { isPure, purityFindings } from './purity.js';

/** Which package may know which, and that the core of every service is pure. */
export const dependencyRules = (root: string): Step => ({
  name: 'dependency rules, pure core',
  findings: () => dependencyFindings(root),
});

export async function dependencyFindings(root: string): Promise<string[]> {
  const packages = await packagesIn(root);
  const files = (await Promise.all(packages.map(sourcesOf))).flat();
  return [
    ...packages.flatMap((one) => manifestFindings(one, packages)),
    ...packages.flatMap((one) =>
      unusedFindings(
        one,
        files.filter((file) => file.package === one),
      ),
    ),
    ...files.flatMap((file) => fileFindings(root, file, packages)),
  ];
}

/** Loaded by a framework that finds them by name, or asked for as the peer of one. */
const usedByFrameworks =
  /^(@nestjs\/(core|common|microservices|platform-fastify)|reflect-metadata|rxjs|class-transformer|class-validator|pg|@types\/.+|@hub\/.+)$/;

/** What nobody imports is installed, audited and updated for nothing. */
function unusedFindings(from: Package, files: readonly SourceFile[]): string[] {
  const used = new Set(
    files.flatMap(({ path, text }) => parse(path, text).imports.map(({ module }) => packageNamed(module))),
  );
  const texts = files.map(({ text }) => text);
  return Object.keys(from.dependencies)
    .filter(
      (name) => !used.has(name) && !usedByFrameworks.test(name) && !texts.some((text) => text.includes(`${name}/`)),
    )
    .map(
      (name) =>
        `${from.kind}/${from.folder}/package.json: nothing imports ${name}: npm uninstall ${name} -w ${from.name}`,
    );
}

/** A dependency that no import needs still couples what is built and deployed. */
function manifestFindings(from: Package, packages: readonly Package[]): string[] {
  const named = packages.filter(({ name }) => name in from.dependencies);
  const apps = named.filter((target) => target.kind === 'apps' && target.name !== from.name);
  const ours = from.name === '@hub/contracts' ? named : [];
  return [...new Set([...apps, ...ours])].map(
    ({ name }) => `${from.kind}/${from.folder}/package.json: must not depend on ${name}`,
  );
}

function fileFindings(root: string, file: SourceFile, packages: readonly Package[]): string[] {
  const parsed = parse(file.path, file.text);
  const place = relative(root, `${file.package.path}/${file.path}`);
  const found = parsed.imports.flatMap((one) => {
    const finding = importFinding(file, one, packages);
    return finding ? [{ line: one.line, finding }] : [];
  });
  const impure = isPure(file) ? purityFindings(file, parsed) : [];
  return [
    ...parsed.errors.map((error) => `${place}: cannot be parsed: ${error}`),
    ...[...found, ...impure].map(({ line, finding }) => `${place}:${line}: ${finding}`),
  ];
}
