import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AggregateFolder, aggregateFolder, listIn, type Source, variablesOf } from './aggregate.js';
import { appended, imported, inserted } from './edits.js';
import { camel } from './names.js';

/** Writes a slice and its story, and registers the slice. Answers what was done and what is left to do. */
export async function newCommand(root: string, app: string, aggregate: string, name: string): Promise<string[]> {
  const folder = await aggregateFolder(root, app, aggregate);
  const place = `apps/${app}/src/${aggregate}`;
  await absent(join(folder.path, `${name}.ts`), `${place}/${name}.ts`);
  const list = commandList(folder);
  await writeFile(join(folder.path, `${name}.ts`), slice(folder, name));
  const registered = await register(list, name);
  await writeFile(join(folder.path, `${name}.spec.ts`), story(folder, name, registered ? list : undefined));
  return [
    `wrote ${place}/${name}.ts: say who may (by), in which states (in), and what follows (decide)`,
    `wrote ${place}/${name}.spec.ts: it fails until its story is told`,
    registered
      ? `registered in ${place}/${fileOf(list)}.ts`
      : `add ${camel(name)} to the list of commands of ${aggregate}`,
    'add a route to its controller, one line:',
    `  return this.store.execute(${camel(name)}, id, input, order);`,
  ];
}

async function absent(path: string, shown: string): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) throw new Error(`${shown} exists already`);
}

interface CommandList {
  readonly source: Source;
  readonly name: string;
  readonly insertion: (element: string) => { at: number; text: string };
}

/** The exported array with all commands: `commands`, or a name that ends so. */
function commandList({ sources }: AggregateFolder): CommandList | undefined {
  for (const source of sources) {
    for (const { id, init } of variablesOf(source)) {
      const list = listIn(init);
      if (list && id.type === 'Identifier' && /(commands|slices)$/i.test(id.name)) {
        return { source, name: id.name, insertion: (element) => appended(source.text, list as never, element) };
      }
    }
  }
  return undefined;
}

async function register(list: CommandList | undefined, name: string): Promise<boolean> {
  if (!list) return false;
  const { source, insertion } = list;
  const line = `import { ${camel(name)} } from './${name}.js';`;
  await writeFile(source.path, inserted(source.text, [insertion(camel(name)), imported(source.imports, line)]));
  return true;
}

const fileOf = (list: CommandList | undefined): string =>
  list?.source.path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';

const slice = ({ file, maker }: AggregateFolder, name: string): string => `import { ${maker} } from './${file}.js';

/** One sentence: who orders this, and what it is good for. */
export const ${camel(name)} = ${maker}({
  name: '${name}',
  by: [],
  in: [],
  decide: (_command: object) => [],
});
`;

function story({ file, constant }: AggregateFolder, name: string, list: CommandList | undefined): string {
  const own = `import { ${camel(name)} } from './${name}.js';`;
  const commands = list ? `import { ${list.name} } from './${fileOf(list)}.js';\n` : '';
  return `import { type Actor, tell } from '@hub/decider';
import { ${constant} } from './${file}.js';
${commands}${own}

const { given } = tell(${constant}, ${list?.name ?? `[${camel(name)}]`});
const actor: Actor = { kind: 'person', id: 'claire', organisation: 'inserm', roles: [], assurance: 'substantial' };

describe('${name.replaceAll('-', ' ')}', () => {
  it('follows when its rules are met', () => {
    expect(${camel(name)}.by).not.toEqual([]);
    given().when(${camel(name)}, {}, { actor }).then();
  });

  it('is refused to whom it is not for', () => {
    given().when(${camel(name)}, {}, { actor }).refused('forbidden');
  });
});
`;
}
