import { parseSync, Visitor } from 'oxc-parser';
import { packagesIn } from '../workspace/packages.js';
import { isTest, type SourceFile, sourcesOf } from '../workspace/source-files.js';

/** A service's reaction to an event, as `@Reaction(name, Contract)` declares it. */
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
  const found = files.filter(({ path }) => path.endsWith('.consumer.ts') && !isTest(path)).flatMap(reactionsOf);
  return found.sort((one, other) => (one.group + one.contract < other.group + other.contract ? -1 : 1));
}

export function reactionsOf(file: SourceFile): Reaction[] {
  const constants = new Map<string, string>();
  /** `for (const contract of [...reviewEvents, PermitGranted])`: what the name goes through. */
  const loops = new Map<string, readonly string[]>();
  const found: Reaction[] = [];
  new Visitor({
    VariableDeclarator({ id, init }) {
      const text = textOf(init);
      if (id.type === 'Identifier' && text !== undefined) constants.set(id.name, text);
    },
    ForOfStatement({ left, right }) {
      const id = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : undefined;
      if (id?.type === 'Identifier') loops.set(id.name, namesIn(right));
    },
    CallExpression({ callee, arguments: [name, contract] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'Reaction' || contract?.type !== 'Identifier') return;
      const group = name?.type === 'Identifier' ? constants.get(name.name) : textOf(name);
      if (group === undefined) throw new Error(`${file.path}: the name of a reaction must be a literal or a constant of its file`);
      const contracts = loops.get(contract.name) ?? [contract.name];
      found.push(...contracts.map((one) => ({ service: file.package.folder, group, contract: one })));
    },
  }).visit(parseSync(file.path, file.text).program);
  return found;
}

/** The text of a literal, also of `'…' as const`. */
function textOf(node: unknown): string | undefined {
  const { type, value, expression } = (node ?? {}) as { type?: string; value?: unknown; expression?: unknown };
  if (type === 'TSAsExpression') return textOf(expression);
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

/** The names in a list, spread or not: `[...reviewEvents, PermitGranted] as const`. */
function namesIn(node: unknown): string[] {
  const { type, name, elements = [], expression, argument } = node as Record<string, unknown> & { elements?: unknown[] };
  if (type === 'Identifier') return [String(name)];
  if (type === 'ArrayExpression') return elements.flatMap(namesIn);
  return type === 'SpreadElement' || type === 'TSAsExpression' ? namesIn(argument ?? expression) : [];
}
