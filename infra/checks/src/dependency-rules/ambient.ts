import { type parseSync, Visitor } from 'oxc-parser';

/** A use of the clock, chance, the process or the network that takes no import. */
export interface AmbientUse {
  readonly what: string;
  readonly line: number;
}

type Program = ReturnType<typeof parseSync>['program'];
type Node = { readonly type: string; readonly start: number };

/** Globals through which the world gets into a function. A file's own binding of such a name is not the global. */
const globals = new Set([
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'WebSocket',
  'EventSource',
  'globalThis',
  'global',
  'console',
]);
const members = new Set(['Date.now', 'Math.random', 'Temporal.Now']);
/** Whatever object they are called on. */
const methods = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues']);

export function ambientUses(program: Program, lineOf: (offset: number) => number): AmbientUse[] {
  const used: { name: string; what: string; line: number }[] = [];
  const bound = new Set<string>();
  /** Offsets of identifiers that name a member or bind, instead of referring to something. */
  const names = new Set<number>();
  const note = (name: string, what: string, { start }: Node) => used.push({ name, what, line: lineOf(start) });
  const binds = (pattern: unknown) => {
    for (const { name, start } of identifiersIn(pattern)) {
      bound.add(name);
      names.add(start);
    }
  };
  const key = ({ key: name, computed }: { key: Node; computed?: boolean }) => void (computed || names.add(name.start));
  const callable = ({ id, params }: { id?: unknown; params: unknown }) => {
    binds(id);
    binds(params);
  };
  new Visitor({
    VariableDeclarator: ({ id }) => binds(id),
    FunctionDeclaration: callable,
    FunctionExpression: callable,
    ArrowFunctionExpression: ({ params }) => binds(params),
    TSFunctionType: ({ params }) => binds(params),
    TSMethodSignature(node) {
      key(node);
      binds(node.params);
    },
    TSPropertySignature: key,
    MethodDefinition: key,
    PropertyDefinition: key,
    Property: key,
    CatchClause: ({ param }) => binds(param),
    ImportSpecifier({ local, imported }) {
      binds(local);
      names.add(imported.start);
    },
    ImportDefaultSpecifier: ({ local }) => binds(local),
    ImportNamespaceSpecifier: ({ local }) => binds(local),
    TSTypeReference: ({ typeName }) => void names.add(typeName.start),
    TSQualifiedName: ({ left, right }) => void names.add(left.start).add(right.start),
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      if (isDate && node.arguments.length === 0) note('Date', 'new Date() without argument', node);
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') note('Date', 'Date()', node);
    },
    MemberExpression(node) {
      const member = memberName(node);
      if (!node.computed) names.add(node.property.start);
      if (node.object.type === 'Identifier' && members.has(`${node.object.name}.${member}`)) {
        note(node.object.name, `${node.object.name}.${member}`, node);
      }
      if (methods.has(member)) note('', member, node);
    },
    Identifier(node) {
      if (globals.has(node.name) && !names.has(node.start)) note(node.name, node.name, node);
    },
  }).visit(program);
  return used.filter(({ name }) => !bound.has(name)).map(({ what, line }) => ({ what, line }));
}

function memberName({ property }: { property: { type: string; name?: unknown; value?: unknown } }): string {
  return String(property.type === 'Literal' ? property.value : (property.name ?? ''));
}

/** The identifiers that a pattern binds: `{ a, b: [c, ...d] = e }` binds a, c, d. */
function identifiersIn(pattern: unknown): { name: string; start: number }[] {
  if (Array.isArray(pattern)) return pattern.flatMap(identifiersIn);
  if (typeof pattern !== 'object' || pattern === null) return [];
  const node = pattern as Record<string, unknown> & Node;
  switch (node.type) {
    case 'Identifier':
      return [{ name: String(node['name']), start: node.start }];
    case 'ObjectPattern':
      return identifiersIn(node['properties']);
    case 'Property':
      return identifiersIn(node['value']);
    case 'ArrayPattern':
      return identifiersIn(node['elements']);
    case 'AssignmentPattern':
      return identifiersIn(node['left']);
    case 'RestElement':
      return identifiersIn(node['argument']);
    case 'TSParameterProperty':
      return identifiersIn(node['parameter']);
    default:
      return [];
  }
}
