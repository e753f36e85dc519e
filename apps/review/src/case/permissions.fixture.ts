import type { AnySlice } from '@hub/decider';

/**
 * Who may give which command in which state, as text that a person can read and object to: one row a command,
 * generated from the slices. A mark is there exactly where `judge` would let the rule decide.
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
  const table = [['command', 'state', ...relations], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
