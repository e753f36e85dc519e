import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

type Program = ReturnType<typeof parseSync>['program'];
type Visited<K extends keyof ConstructorParameters<typeof Visitor>[0]> = Parameters<
  NonNullable<ConstructorParameters<typeof Visitor>[0][K]>
>[0];
export type Variable = Visited<'VariableDeclarator'>;
export type List = Visited<'ArrayExpression'>;

export interface Source {
  /** Path of the file. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly imports: ReturnType<typeof parseSync>['module']['staticImports'];
}

export async function sourcesIn(folder: string): Promise<Source[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).sort();
  return Promise.all(names.map((name) => sourceAt(join(folder, name))));
}

async function sourceAt(path: string): Promise<Source> {
  const text = await readFile(path, 'utf8');
  const { program, module } = parseSync(path, text);
  return { path, text, program, imports: module.staticImports };
}

export const textOf = ({ text }: Source, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

export function variablesOf({ program }: Source): Variable[] {
  const found: Variable[] = [];
  new Visitor({ VariableDeclarator: (node) => void found.push(node) }).visit(program);
  return found;
}

/** An array, also as `[…] as const` or `satisfies`. */
export function listIn(node: unknown): List | undefined {
  const { type, expression } = (node ?? {}) as { type?: string; expression?: unknown };
  if (type === 'ArrayExpression') return node as List;
  return type === 'TSAsExpression' || type === 'TSSatisfiesExpression' ? listIn(expression) : undefined;
}

/** What the generators need to know of an aggregate: where it is, and what its parts are called. */
export interface AggregateFolder {
  readonly path: string;
  readonly sources: readonly Source[];
  /** The file with the aggregate, without its ending: `application`. */
  readonly file: string;
  /** The constant of type `Aggregate<…>`. */
  readonly constant: string;
  /** The constant made by `slicesOf`. */
  readonly maker: string;
  /** The type of its events. */
  readonly eventType: string;
}

/** @throws Error with the remedy, if there is no aggregate of this name in the service. */
export async function aggregateFolder(root: string, app: string, aggregate: string): Promise<AggregateFolder> {
  const path = join(root, 'apps', app, 'src', aggregate);
  const sources = await sourcesIn(path).catch(() => []);
  for (const source of sources) {
    const variables = variablesOf(source);
    const maker = variables.find(
      ({ init }) => init && /^slicesOf\b/.test(textOf(source, init)) && !/\)\(\{/.test(textOf(source, init)),
    );
    const types = variables.map(({ id }) => [id, /Aggregate<\s*\w+,\s*(\w+)/.exec(textOf(source, id))?.[1]] as const);
    const [constant, eventType] = types.find(([, type]) => type !== undefined) ?? [];
    if (maker?.id.type !== 'Identifier' || constant?.type !== 'Identifier' || !eventType) continue;
    const file = source.path.slice(path.length + 1, -'.ts'.length);
    return { path, sources, file, constant: constant.name, maker: maker.id.name, eventType };
  }
  throw new Error(
    `there is no aggregate in apps/${app}/src/${aggregate}: write ${aggregate}.ts first (docs/contributing.md)`,
  );
}
