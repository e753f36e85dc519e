import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { packagesIn } from '../workspace/packages.js';
import { isTest, type SourceFile, sourcesOf } from '../workspace/source-files.js';

/** A service's reaction to an event, as `@Reaction(name, Contract)` or `reactionToEach(…, name, contracts, …)` declares it. */
export interface Reaction {
  readonly service: string;
  /** The consumer group. */
  readonly group: string;
  /** The name under which `@hub/contracts` exports the event's contract, or a list of contracts. */
  readonly contract: string;
}

/** Who listens to what: read from the decorators of every consumer, in a stable order. */
export async function reactionsIn(root: string): Promise<Reaction[]> {
  const apps = (await packagesIn(root)).filter(({ kind }) => kind === 'apps');
  const files = (await Promise.all(apps.map(sourcesOf))).flat();
  const found = files
    .filter(({ path }) => path.endsWith('.consumer.ts') && !isTest(path))
    .flatMap((file) =>
      reactionsOf(
        file,
        files.filter((other) => other.package === file.package),
      ),
    );
  return found.sort((one, other) => (one.group + one.contract < other.group + other.contract ? -1 : 1));
}

/** `neighbours` are the files of the same service, from which the file may import the name of a reaction. */
export function reactionsOf(file: SourceFile, neighbours: readonly SourceFile[] = []): Reaction[] {
  const { program, module } = parseSync(file.path, file.text);
  const constants = new Map([...importedTexts(file, module, neighbours), ...textsOf(program)]);
  /** `for (const contract of [...reviewEvents, PermitGranted])`: what the name goes through. */
  const loops = new Map<string, readonly string[]>();
  const found: Reaction[] = [];
  new Visitor({
    ForOfStatement({ left, right }) {
      const id = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : undefined;
      if (id?.type === 'Identifier') loops.set(id.name, namesIn(right));
    },
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier' || !['Reaction', 'reactionToEach'].includes(callee.name)) return;
      const [name, contracts] = callee.name === 'Reaction' ? given : given.slice(1);
      const group = name?.type === 'Identifier' ? constants.get(name.name) : textOf(name);
      if (group === undefined) throw new Error(`${file.path}: the name of a reaction must be a literal or a constant`);
      const named = namesIn(contracts).flatMap((one) => loops.get(one) ?? [one]);
      found.push(...named.map((contract) => ({ service: file.package.folder, group, contract })));
    },
  }).visit(program);
  return found;
}

type Parsed = ReturnType<typeof parseSync>;

/** Constants of a file that are texts, by name. */
function textsOf(program: Parsed['program']): Map<string, string> {
  const found = new Map<string, string>();
  new Visitor({
    VariableDeclarator({ id, init }) {
      const text = textOf(init);
      if (id.type === 'Identifier' && text !== undefined) found.set(id.name, text);
    },
  }).visit(program);
  return found;
}

/** Such constants that come from a neighbouring file, by the name that they have here. */
function importedTexts(
  file: SourceFile,
  module: Parsed['module'],
  neighbours: readonly SourceFile[],
): [string, string][] {
  return module.staticImports.flatMap(({ moduleRequest, entries }) => {
    const path = posix.join(posix.dirname(file.path), moduleRequest.value).replace(/\.js$/, '.ts');
    const source = neighbours.find((one) => one.path === path);
    if (!source) return [];
    const texts = textsOf(parseSync(source.path, source.text).program);
    return entries.flatMap(({ importName, localName }): [string, string][] => {
      const text = texts.get(importName.name ?? '');
      return text === undefined ? [] : [[localName.value, text]];
    });
  });
}

/** The text of a literal, also of `'…' as const`. */
function textOf(node: unknown): string | undefined {
  const { type, value, expression } = (node ?? {}) as { type?: string; value?: unknown; expression?: unknown };
  if (type === 'TSAsExpression') return textOf(expression);
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

/** The names in a list, spread or not, also of what a function is given: `concerning([...reviewEvents, PermitGranted])`. */
function namesIn(node: unknown): string[] {
  const {
    type,
    name,
    elements = [],
    expression,
    argument,
    object,
    callee,
    arguments: given = [],
  } = node as Record<string, unknown> & { elements?: unknown[]; arguments?: unknown[]; callee?: { type: string } };
  if (type === 'Identifier') return [String(name)];
  if (type === 'MemberExpression') return namesIn(object);
  if (type === 'ArrayExpression') return elements.flatMap(namesIn);
  if (type === 'CallExpression' && callee?.type === 'Identifier') return given.flatMap(namesIn);
  return type === 'SpreadElement' || type === 'TSAsExpression' ? namesIn(argument ?? expression) : [];
}
