import { parseSync, Visitor } from 'oxc-parser';

const variable = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * The environment variables that a source file reads: `env.NAME`, `env['NAME']`, `const { NAME } = process.env`,
 * and, in files that are given an environment, the names passed to a reader: `number('NAME', 60)`.
 */
export function environmentNames(path: string, text: string): string[] {
  const found = new Set<string>();
  const isGiven = /ProcessEnv|process\.env/.test(text);
  const add = (name: unknown) => typeof name === 'string' && variable.test(name) && found.add(name);
  new Visitor({
    MemberExpression({ object, property }) {
      if (!isEnvironment(object)) return;
      add(property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : undefined);
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || !isEnvironment(init)) return;
      for (const one of id.properties) if (one.type === 'Property' && one.key.type === 'Identifier') add(one.key.name);
    },
    CallExpression({ callee, arguments: [first] }) {
      if (isGiven && callee.type === 'Identifier' && first?.type === 'Literal') add(first.value);
    },
  }).visit(parseSync(path, text).program);
  return [...found].sort();
}

function isEnvironment(node: unknown): boolean {
  const { type, name, property } = (node ?? {}) as { type?: string; name?: string; property?: { name?: string } };
  return type === 'MemberExpression'
    ? property?.name === 'env'
    : type === 'Identifier' && (name === 'env' || name === 'environment');
}
