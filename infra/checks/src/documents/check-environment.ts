import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../run/step.js';
import { packagesIn } from '../workspace/packages.js';
import { isTest, sourcesOf } from '../workspace/source-files.js';
import { environmentNames } from './environment-names.js';

/** What the system or npm sets; nothing for an operator to decide. */
const ofTheSystem = new Set(['PATH', 'JAVA_HOME', 'XDG_CACHE_HOME', 'INIT_CWD', 'NODE_ENV', 'HOME', 'TMPDIR']);

const page = 'docs/operations.md';

/** Every environment variable that a source reads has a row in docs/operations.md, and every row a reader. */
export const environmentTable = (root: string): Step => ({
  name: 'environment variables documented',
  async findings() {
    const readers = await readersIn(root);
    const documented = tableNames(await readFile(join(root, page), 'utf8').catch(() => ''));
    return tableFindings(readers, documented);
  },
});

export function tableFindings(
  readers: ReadonlyMap<string, readonly string[]>,
  documented: readonly string[],
): string[] {
  const missing = [...readers].filter(([name]) => !documented.includes(name) && !ofTheSystem.has(name));
  const stale = documented.filter((name) => !readers.has(name));
  return [
    ...missing.map(([name, places]) => `${name} (read in ${places.join(', ')}) has no row in ${page}`),
    ...stale.map((name) => `${page} has a row for ${name}, which nothing reads`),
  ];
}

async function readersIn(root: string): Promise<Map<string, string[]>> {
  const readers = new Map<string, string[]>();
  const files = (await Promise.all((await packagesIn(root)).map(sourcesOf))).flat();
  for (const file of files) {
    if (isTest(file.path) || file.package.folder === 'checks') continue;
    const place = `${file.package.kind}/${file.package.folder}/${file.path}`;
    for (const name of environmentNames(file.path, file.text)) readers.set(name, [...(readers.get(name) ?? []), place]);
  }
  for (const name of await containerNames(root)) readers.set(name, [...(readers.get(name) ?? []), 'infra/docker']);
  // Given to every service by the topology, whether or not this service reads it yet.
  for (const [name, place] of await topologyNames(root)) readers.set(name, [...(readers.get(name) ?? []), place]);
  return readers;
}

/** What the shell of the containers reads. */
async function containerNames(root: string): Promise<string[]> {
  const script = await readFile(join(root, 'infra/docker/start-service.sh'), 'utf8').catch(() => '');
  return [...script.matchAll(/\$\{(DATABASE_[A-Z_]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'DATABASE_URL');
}

async function topologyNames(root: string): Promise<[string, string][]> {
  const place = 'infra/local/src/topology.ts';
  const text = await readFile(join(root, place), 'utf8').catch(() => '');
  const names = [...text.matchAll(/\b([A-Z]+_(?:KEY_FILE|HOME))\b(?=:)/g)].map(([, name = '']) => name);
  return names.map((name) => [name, place]);
}

/** Names in the first column of the page's tables. */
export const tableNames = (text: string): string[] =>
  [...text.matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm)].map(([, name = '']) => name);
