import type { Actor, Occurrence, Stateful } from '@hub/decider';
import { type Mark, row, rowsOf, wrap } from './rows.js';
import { labelOf, statesAmong } from './states.js';
import { relationsUntried, type Scene, scenesOf, type Tried, trialsOf } from './trial.js';

export interface Permissions<State extends Stateful, Event extends Occurrence, Relation extends string>
  extends Tried<State, Event, Relation> {
  /** Which organisation `@own` is of. */
  readonly own: string;
  /** Anybody may read it: relations say only who may act. */
  readonly public?: true;
  /** By what is looked at: the parts of it that somebody sees of a state, as the view itself answers; none is nothing. */
  readonly sees?: Readonly<Record<string, (state: State, actor: Actor) => readonly string[]>>;
}

/** Who may give which command in which state, for whom it exists at all, and who sees what of it: to be read and objected to. */
export function permissionsOf<State extends Stateful, Event extends Occurrence, Relation extends string>(
  table: Permissions<State, Event, Relation>,
): string {
  const { aggregate, people } = table;
  const scenes = scenesOf(aggregate, table.histories);
  const untried = relationsUntried(table, scenes);
  if (untried.length > 0) throw new Error(`nobody in the table of ${aggregate.name} is ${untried.join(', ')}`);
  const begun = scenes.filter(({ status }) => status !== aggregate.initial.status);
  const named = statesAmong(scenes, begun);
  const commands = trialsOf(table, scenes)
    .filter(({ outcome }) => outcome === 'may')
    .map(({ command, scene, person }): Mark => ({ what: command, state: labelOf(scene), person }));
  const exists = marksOf(begun, people, (state, actor) =>
    aggregate.relations(state, actor).length > 0 ? ['that it exists'] : [],
  );
  const seen = Object.entries(table.sees ?? {}).map(([what, parts]) =>
    section(`SEEN OF ${what}`, rowsOf(marksOf(begun, people, parts), named)),
  );
  return [
    `The permissions of: ${aggregate.name}. What stands in no row is refused; how to read and generate it: docs/contributing.md.`,
    section(`PEOPLE TRIED (@own: ${table.own}; a role alone: @own and @other)`, [...wrap(Object.keys(people), 150)]),
    section('STATES', wrap([...new Set(scenes.map(labelOf))], 150)),
    ...(table.commands.length > 0
      ? [section('COMMANDS', [...rowsOf(commands, named), ...neverGiven(table.commands, commands)])]
      : []),
    section('SEEN', table.public ? row([['that it exists'], ['every state'], ['anybody']]) : rowsOf(exists, named)),
    ...seen,
  ]
    .join('\n\n')
    .concat('\n');
}

const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`)].join('\n');

const marksOf = <State>(
  scenes: readonly Scene<State>[],
  people: Readonly<Record<string, Actor>>,
  parts: (state: State, actor: Actor) => readonly string[],
): Mark[] =>
  scenes.flatMap((scene) =>
    Object.entries(people).flatMap(([person, actor]) =>
      parts(scene.state, actor).map((what) => ({ what, state: labelOf(scene), person })),
    ),
  );

/** A command that none of the people may give in any state has its row as well. */
const neverGiven = (commands: readonly { readonly name: string }[], given: readonly Mark[]): string[] =>
  commands
    .filter(({ name }) => !given.some(({ what }) => what === name))
    .flatMap(({ name }) => row([[name], ['-'], ['nobody']]));

/** The parts of a view that are there. */
export const partsOf = (view: object | undefined): string[] =>
  Object.entries(view ?? {}).flatMap(([part, value]) => (value === undefined ? [] : [part]));
