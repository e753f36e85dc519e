import { parseSync, Visitor } from 'oxc-parser';
import { type AmbientUse, ambientUses } from './ambient.js';

export interface Import {
  readonly module: string;
  /** Erased by the compiler: knows of the module, but cannot make anything happen. */
  readonly typeOnly: boolean;
  /** The values taken, as the module calls them; `*` is all of it. */
  readonly names: readonly string[];
  readonly line: number;
}

export interface Parsed {
  readonly imports: readonly Import[];
  readonly ambient: readonly AmbientUse[];
  readonly errors: readonly string[];
}

type Program = ReturnType<typeof parseSync>['program'];
type Module = ReturnType<typeof parseSync>['module'];
type LineOf = (offset: number) => number;

export function parse(path: string, text: string): Parsed {
  const result = parseSync(path, text);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return {
    imports: [...declared(result.module, lineOf), ...called(result.program, lineOf)],
    ambient: ambientUses(result.program, lineOf),
    errors: result.errors.filter(({ severity }) => severity === 'Error').map(({ message }) => message),
  };
}

/** `import … from`, `export … from`. */
function declared(module: Module, lineOf: LineOf): Import[] {
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    module: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    names: entries
      .filter(({ isType }) => !isType)
      .map(({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*')),
    line: lineOf(start),
  }));
  const exports = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType, importName }) =>
      moduleRequest
        ? [{ module: moduleRequest.value, typeOnly: isType, names: [importName.name ?? '*'], line: lineOf(start) }]
        : [],
    ),
  );
  return [...imports, ...exports];
}

/** `import()`, `require()`, `import('…').Type`, `import x = require()`. */
function called(program: Program, lineOf: LineOf): Import[] {
  const imports: Import[] = [];
  const add = (source: { type: string }, start: number, typeOnly: boolean) =>
    imports.push({ module: literal(source), typeOnly, names: ['*'], line: lineOf(start) });
  new Visitor({
    ImportExpression: ({ source, start }) => void add(source, start, false),
    TSImportType: ({ source, start }) => void add(source, start, true),
    TSExternalModuleReference: ({ expression, start }) => void add(expression, start, false),
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'require' && given[0]) add(given[0], start, false);
    },
  }).visit(program);
  return imports;
}

/** A module named by an expression is nobody's: the rules that know modules refuse it. */
export const computedModule = '(computed)';

function literal(source: { type: string; value?: unknown }): string {
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : computedModule;
}
