import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Real data that the repository may not carry: `HUB_SHARED_DATA`, or beside the repository. */
export const sharedData = process.env['HUB_SHARED_DATA'] ?? join(root, '..', 'shared', 'data');

/** `describe` where the data is there; skipped under a name that says what is missing otherwise. */
export const describeWithSharedData = (name: string, tests: () => void): void => {
  if (existsSync(join(sharedData, 'synthetic-snds'))) describe(name, tests);
  else describe.skip(`${name} (set HUB_SHARED_DATA to a folder with synthetic-snds and catalogue)`, tests);
};

export interface SchemaGroup {
  readonly name: string;
  readonly tables: readonly unknown[];
}

/** The SNDS's tables by the folder that groups them. */
export async function schemaGroups(): Promise<SchemaGroup[]> {
  const folder = join(sharedData, 'synthetic-snds', 'schemas');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  const groups = Map.groupBy(files, (file) => dirname(file));
  return Promise.all(
    [...groups].map(async ([name, members]) => ({
      name,
      tables: await Promise.all(members.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')))),
    })),
  );
}

export interface CodeListFile {
  readonly name: string;
  readonly csv: Buffer;
  readonly schema: unknown;
}

export async function codeListFiles(): Promise<CodeListFile[]> {
  const folder = join(sharedData, 'synthetic-snds', 'nomenclatures');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.csv')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.csv'),
      csv: await readFile(join(folder, file)),
      schema: JSON.parse(await readFile(join(folder, file.replace(/csv$/, 'json')), 'utf8')),
    })),
  );
}

export const catalogueFile = (name: string): Promise<string> => readFile(join(sharedData, 'catalogue', name), 'utf8');
