import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../run/step.js';
import { packagesIn } from '../workspace/packages.js';

const page = 'docs/dependencies.md';

/** Every package that somebody else wrote has a row with its reason, licence and version, and every row a package. */
export const dependenciesPage = (root: string): Step => ({
  name: 'dependencies documented',
  async findings({ write }) {
    const path = join(root, page);
    const text = await readFile(path, 'utf8').catch(() => '');
    const versions = await declaredVersions(root);
    const present = write ? withVersions(text, versions) : text;
    if (present !== text) await writeFile(path, present);
    return pageFindings(versions, rows(present));
  },
});

/** `| name | reason | licence | version |` */
export interface Row {
  readonly name: string;
  readonly cells: readonly string[];
}

export const rows = (text: string): Row[] =>
  [...text.matchAll(/^\| `([@a-z][^`]*)` *\|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({
    name,
    cells: rest.split('|').map((cell) => cell.trim()),
  }));

export function pageFindings(versions: ReadonlyMap<string, string>, listed: readonly Row[]): string[] {
  const names = listed.map(({ name }) => name);
  return [
    ...[...versions.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has no row in ${page}: say why it is needed`),
    ...listed.flatMap(({ name, cells }) => {
      const version = versions.get(name);
      if (version === undefined) return [`${page} has a row for ${name}, on which nothing depends`];
      if (cells.length !== 3 || cells.some((cell) => cell === ''))
        return [`${page}: the row of ${name} needs a reason, a licence and a version`];
      return cells[2] === version
        ? []
        : [`${page}: ${name} is at ${version}, not ${cells[2]}: npm run check -- --write`];
    }),
  ];
}

export const withVersions = (text: string, versions: ReadonlyMap<string, string>): string =>
  text.replace(/^(\| `([@a-z][^`]*)` *\|.*\|) [^|]* \|$/gm, (row, start: string, name: string) => {
    const version = versions.get(name);
    return version === undefined ? row : `${start} ${version} |`;
  });

/** Where packages ask for different versions, all of them. */
async function declaredVersions(root: string): Promise<Map<string, string>> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  const packages = await packagesIn(root);
  const all = [
    manifest.devDependencies ?? {},
    manifest.optionalDependencies ?? {},
    ...packages.flatMap(({ dependencies, devDependencies }) => [dependencies, devDependencies]),
  ];
  const versions = new Map<string, Set<string>>();
  for (const [name, version] of all.flatMap((one) => Object.entries(one))) {
    if (!name.startsWith('@hub/')) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  const sorted = [...versions].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(sorted.map(([name, found]) => [name, [...found].sort().join(', ')]));
}

interface Manifest {
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
