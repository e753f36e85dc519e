import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The three folders that hold packages; which one says what a package may import. */
export const kinds = ['apps', 'libs', 'infra'] as const;
export type Kind = (typeof kinds)[number];

export interface Package {
  readonly name: string;
  readonly kind: Kind;
  /** The folder's name inside its kind. */
  readonly folder: string;
  readonly path: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The folder of the whole repository, seen from this file's compiled place. */
export const repository = fileURLToPath(new URL('../../../../../', import.meta.url)).replace(/\/$/, '');

/** Every package of the monorepo, in a stable order. */
export async function packagesIn(root: string): Promise<Package[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const folders = await readdir(join(root, kind)).catch(() => []);
      return Promise.all(folders.sort().map((folder) => packageAt(root, kind, folder)));
    }),
  );
  return found.flat().filter((one) => one !== undefined);
}

async function packageAt(root: string, kind: Kind, folder: string): Promise<Package | undefined> {
  const path = join(root, kind, folder);
  const text = await readFile(join(path, 'package.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(text);
  return { name, kind, folder, path, dependencies, devDependencies };
}
