import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Step } from '../run/step.js';
import { packagesIn } from '../workspace/packages.js';

/** Every aggregate of every service has a table of permissions, and every command stands in one. */
export const permissionTables = (root: string): Step => ({
  name: 'tables of permissions',
  async findings() {
    const services = (await packagesIn(root)).filter(({ kind }) => kind === 'apps');
    return (await Promise.all(services.map(({ path }) => untabled(path)))).flat();
  },
});

/** What a table is of, and what it says. */
export interface Table {
  readonly text: string;
  readonly of: string;
}

/** The aggregates and commands among what modules export that no table knows. */
export function withoutTable(exported: readonly unknown[], tables: readonly Table[]): string[] {
  const names = (is: (value: unknown) => boolean) => [
    ...new Set(exported.filter(is).map((value) => (value as { name: string }).name)),
  ];
  const aggregates = names(isAggregate).filter((name) => !tables.some((table) => table.of === name));
  const commands = names(isSlice).filter((name) => !tables.some(({ text }) => hasRow(text, name)));
  return [
    ...aggregates.map((name) => `the aggregate ${name} has no permissions.txt: docs/contributing.md, “Permissions”`),
    ...commands.map((name) => `the command ${name} is in no permissions.txt: list it, and npm run permissions`),
  ];
}

const hasRow = (text: string, name: string): boolean => new RegExp(`^  (\\S.*, )?${name}(,| |$)`, 'm').test(text);

const isFunction = (value: unknown): boolean => typeof value === 'function';

function isAggregate(value: unknown): boolean {
  const { name, initial, evolve, relations } = Object(value);
  return typeof name === 'string' && 'status' in Object(initial) && isFunction(evolve) && isFunction(relations);
}

function isSlice(value: unknown): boolean {
  const { name, by, in: states, decide } = Object(value);
  return typeof name === 'string' && Array.isArray(by) && Array.isArray(states) && isFunction(decide);
}

async function untabled(path: string): Promise<string[]> {
  const sources = await readdir(join(path, 'src'), { recursive: true });
  const compiled = (file: string) => join(path, 'dist/src', file.replace(/\.ts$/, '.js'));
  const modules = await Promise.all(sources.filter(mayDecide).map((file) => exportsOf(compiled(file))));
  const kept = sources.filter((file) => file.endsWith('permissions.txt'));
  const tables = await Promise.all(kept.map((file) => tableIn(join(path, 'src', file))));
  return withoutTable(modules.flat(), tables).map((finding) => `apps/${basename(path)}: ${finding}`);
}

/** Rules live in files without a suffix; what has one has effects, or is a test. */
const mayDecide = (file: string): boolean =>
  /^[^.]*\.ts$/.test(file) && !/(^|\/)main\.ts$/.test(file) && dirname(file) !== '.';

const exportsOf = async (file: string): Promise<unknown[]> => Object.values(await import(pathToFileURL(file).href));

async function tableIn(file: string): Promise<Table> {
  const text = await readFile(file, 'utf8');
  return { text, of: /^The permissions of: ([^.]+)\./.exec(text)?.[1] ?? '' };
}
