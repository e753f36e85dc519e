import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Visitor } from 'oxc-parser';
import {
  type AggregateFolder,
  aggregateFolder,
  listIn,
  type Source,
  sourcesIn,
  textOf,
  variablesOf,
} from './aggregate.js';
import { appended, type Insertion, imported, inserted } from './edits.js';
import { camel, pascal } from './names.js';

/** Adds an event to its contract, to the aggregate's union, and to what is published of it. */
export async function newEvent(root: string, app: string, aggregate: string, fact: string): Promise<string[]> {
  const folder = await aggregateFolder(root, app, aggregate);
  const contract = `${pascal(aggregate)}${pascal(fact)}`;
  const place = await addContract(join(root, 'libs/contracts/src', app), { app, aggregate, fact, contract });
  const literal = literalFor(folder, contract, fact);
  const done = [`added ${contract} to libs/contracts/src/${app}/${place}: say what happened, and with which data`];
  for (const source of folder.sources) {
    const { insertions, says } = additions(source, folder, { literal, contract, aggregate });
    if (insertions.length > 0) await writeFile(source.path, inserted(source.text, insertions));
    done.push(...says.map((what) => `${what} in apps/${app}/src/${aggregate}/${source.path.split('/').at(-1)}`));
  }
  return [...done, 'npm run new -- publish, once its data are settled: from then on it only gains optional fields'];
}

interface NewContract {
  readonly app: string;
  readonly aggregate: string;
  readonly fact: string;
  readonly contract: string;
}

async function addContract(folder: string, { app, aggregate, fact, contract }: NewContract): Promise<string> {
  const topic = `hub.${app}.${aggregate}.v1`;
  const sources = await sourcesIn(folder);
  if (sources.some((source) => source.text.includes(`const ${contract} `)))
    throw new Error(`${contract} exists already in libs/contracts/src/${app}`);
  // Where several files share the topic, `events.ts` is the one that others import.
  const first = (path: string) => (path.endsWith('/events.ts') ? 0 : 1);
  for (const source of sources.sort((a, b) => first(a.path) - first(b.path))) {
    const variables = variablesOf(source);
    const maker = variables.find(({ init }) => init && textOf(source, init) === `eventsOn('${topic}')`);
    if (maker?.id.type !== 'Identifier') continue;
    const made = variables.filter(
      ({ init }) => init && textOf(source, init).startsWith(`${(maker.id as { name: string }).name}(`),
    );
    const names = new Set(made.map(({ id }) => textOf(source, id)));
    const list = variables
      .map(({ init }) => listIn(init))
      .find((one) => one?.elements.some((element) => element && names.has(textOf(source, element))));
    if (!list) continue;
    const id = `${camel(aggregate)}Id`;
    const definition = `export const ${contract} = ${maker.id.name}(
  '${app}.${aggregate}.${fact}.v1',
  'One sentence on what happened.',
  { ${id}: Id },
  { ${id}: '0197a3c0-0000-7000-8000-000000000001' },
);

`;
    const at = source.text.lastIndexOf('export const', list.start);
    await writeFile(
      source.path,
      inserted(source.text, [{ at, text: definition }, appended(source.text, list as never, contract)]),
    );
    return source.path.split('/').at(-1) ?? '';
  }
  throw new Error(
    `no file of libs/contracts/src/${app} has eventsOn('${topic}'): begin it with that line and a list of its events`,
  );
}

/** The services name facts in small letters (`withdrawn`) or as their contract (`MandateGiven`): as its neighbours. */
function literalFor(folder: AggregateFolder, contract: string, fact: string): string {
  const text = folder.sources.map((source) => unionOf(source, folder)?.text ?? '').join('');
  return /type: '[A-Z]/.test(text) ? contract : fact;
}

function unionOf(source: Source, { eventType }: AggregateFolder): { text: string; end: number } | undefined {
  let found: { text: string; end: number } | undefined;
  new Visitor({
    TSTypeAliasDeclaration({ id, typeAnnotation }) {
      if (id.name === eventType) found = { text: textOf(source, typeAnnotation), end: typeAnnotation.end };
    },
  }).visit(source.program);
  return found;
}

interface Fact {
  readonly literal: string;
  readonly contract: string;
  readonly aggregate: string;
}

function additions(source: Source, folder: AggregateFolder, fact: Fact): { insertions: Insertion[]; says: string[] } {
  const insertions: Insertion[] = [];
  const says: string[] = [];
  const union = unionOf(source, folder);
  if (union) {
    insertions.push({ at: union.end, text: `\n  | { readonly type: '${fact.literal}' }` });
    says.push(`added { type: '${fact.literal}' } to ${folder.eventType}`);
  }
  const [choice] = switchesOverEvents(source);
  if (choice) {
    const published = source.path.endsWith('.published.ts');
    insertions.push(
      ...(published ? publishing(source, choice, fact) : [caseIn(choice, fact.literal, `return ${choice.first};`)]),
    );
    says.push(`added its case to ${published ? 'what is published' : 'what it changes'}`);
  }
  return { insertions, says };
}

interface Choice {
  /** Where one more case goes: before `default`, or at the end. */
  readonly at: number;
  readonly indent: string;
  /** Parameters of the function around it: the state, and the id. */
  readonly first: string;
  readonly last: string;
  readonly before: boolean;
}

function switchesOverEvents(source: Source): Choice[] {
  const functions: { start: number; end: number; parameters: string[] }[] = [];
  const found: Choice[] = [];
  const enter = (node: { start: number; end: number; params: readonly { start: number; end: number }[] }) => {
    functions.push({
      ...node,
      parameters: node.params.map((one) =>
        textOf(source, one)
          .replace(/[:=?].*$/s, '')
          .trim(),
      ),
    });
  };
  new Visitor({
    FunctionDeclaration: (node) => enter(node as never),
    FunctionExpression: (node) => enter(node as never),
    ArrowFunctionExpression: (node) => enter(node as never),
    SwitchStatement(node) {
      if (textOf(source, node.discriminant) !== 'event.type') return;
      const fallback = node.cases.find(({ test }) => test === null);
      const around = functions.filter(({ start, end }) => start < node.start && node.end <= end).at(-1);
      const at = fallback?.start ?? node.cases.at(-1)?.end ?? node.end - 1;
      const indent = /\n( *)case/.exec(textOf(source, node))?.[1] ?? '    ';
      const { parameters = [] } = around ?? {};
      found.push({
        at,
        indent,
        first: parameters[0] ?? 'state',
        last: parameters.at(-1) ?? 'id',
        before: fallback !== undefined,
      });
    },
  }).visit(source.program);
  return found;
}

function caseIn(choice: Choice, literal: string, body: string): Insertion {
  const text = `case '${literal}':\n${choice.indent}  ${body}`;
  return { at: choice.at, text: choice.before ? `${text}\n${choice.indent}` : `\n${choice.indent}${text}` };
}

function publishing(source: Source, choice: Choice, { literal, contract, aggregate }: Fact): Insertion[] {
  const all = source.imports.filter(({ moduleRequest }) => moduleRequest.value === '@hub/contracts');
  const namespace = all
    .flatMap(({ entries }) => entries)
    .find(({ importName }) => importName.kind === 'NamespaceObject')?.localName.value;
  const name = namespace ? `${namespace}.${contract}` : contract;
  const id = `${camel(aggregate)}Id`;
  const body = `return told(${name}, { ${id === choice.last ? id : `${id}: ${choice.last}`} });`;
  const line = namespace ? [] : [imported(source.imports, `import { ${contract} } from '@hub/contracts';`)];
  return [caseIn(choice, literal, body), ...line];
}
