import { namesOf } from './everybody.js';

/** One thing that somebody may do or see in one state. */
export interface Mark {
  readonly what: string;
  readonly state: string;
  readonly person: string;
}

const widths = [40, 58, 54];

/** Marks as rows that a person reads: who, for each thing and state; states and things that agree share a row. */
export function rowsOf(marks: readonly Mark[], states: (had: readonly string[]) => string[]): string[] {
  const whats = grouped(marks, ({ what }) => what).map(([what, ofIt]) => {
    const inStates = grouped(ofIt, ({ state }) => state).map(([state, ofState]) => ({
      state,
      people: namesOf(ofState.map(({ person }) => person)),
    }));
    const rows = grouped(inStates, ({ people }) => JSON.stringify(people)).map(
      ([, same]) => [states(same.map(({ state }) => state)), same[0]?.people ?? []] as const,
    );
    return { what, rows };
  });
  return grouped(whats, ({ rows }) => JSON.stringify(rows)).flatMap(([, same]) =>
    (same[0]?.rows ?? []).flatMap(([inStates, people]) => row([same.map(({ what }) => what), inStates, people])),
  );
}

/** Cells that are lists, wrapped within the width of their column. */
export function row(cells: readonly (readonly string[])[]): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 0));
  const lines = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: lines }, (_, line) =>
    wrapped
      .map((cell, column) => (cell[line] ?? '').padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function wrap(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const [index, item] of items.entries()) {
    const word = index < items.length - 1 ? `${item},` : item;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** In the order in which the keys come first. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
