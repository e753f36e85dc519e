import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Package } from './packages.js';

export interface SourceFile {
  readonly package: Package;
  /** From the package's folder, with forward slashes: `src/case/case.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Folders of a package that `tsc` compiles. */
const compiled = ['src', 'test'];

export async function sourcesOf(one: Package): Promise<SourceFile[]> {
  const paths = (await Promise.all(compiled.map((folder) => typescriptIn(join(one.path, folder))))).flat();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return paths.map((path, index) => ({ package: one, path: relative(one.path, path), text: texts[index] ?? '' }));
}

async function typescriptIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.[mc]?tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Tests, their fixtures and measurements: they may do what the file under test may not. */
export const isTest = (path: string): boolean => path.startsWith('test/') || /\.(spec|fixture|bench)\.ts$/.test(path);
