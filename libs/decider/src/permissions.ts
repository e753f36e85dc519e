import type { Actor } from './actor.js';
import type { Aggregate, Occurrence, Stateful } from './aggregate.js';
import { isRefusal } from './refusal.js';
import { type AnySlice, judge } from './slice.js';

/**
 * Who may give which command in which state, as text that a person can read and object to: one row a command and
 * state, generated from the slices. A mark is there exactly where `judge` would let the rule decide.
 */
export function permissionsOf(
  commands: readonly AnySlice[],
  states: readonly string[],
  relations: readonly string[],
): string {
  const rows = commands.flatMap((slice) =>
    states
      .filter((state) => slice.in.includes(state))
      .map((state) => [slice.name, state, ...relations.map((relation) => (slice.by.includes(relation) ? 'x' : '.'))]),
  );
  return tableOf([['command', 'state', ...relations], ...rows]);
}

/** Columns as wide as their widest cell; a line ends without spaces. */
export function tableOf(table: readonly (readonly string[])[]): string {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** Where the judgement differs from the table: every command in every state by every relation, tried. */
export function misjudged<State extends Stateful, Event extends Occurrence, Relation extends string>(
  aggregate: Aggregate<State, Event, Relation>,
  commands: readonly AnySlice[],
  states: readonly string[],
  relations: readonly Relation[],
): string[] {
  const context = { actor: {} as Actor, now: new Date(0), newId: () => '' };
  // The states tried are no more than a status: whether a command makes sense in it cannot be asked.
  const offered: readonly AnySlice[] = commands.map((slice) => ({ ...slice, offered: () => true }));
  return commands.flatMap((slice) =>
    states.flatMap((status) =>
      relations
        .filter((relation) => {
          const posed = { ...aggregate, relations: () => [relation] };
          const asked: AnySlice = { ...slice, decide: () => [] };
          const outcome = judge(posed, offered, asked, {}, { status } as State, context);
          return isRefusal(outcome) === (slice.in.includes(status) && slice.by.includes(relation));
        })
        .map((relation) => `${slice.name} in ${status} by ${relation}`),
    ),
  );
}
