import { type Cell, runChecks } from '@hub/disclosure';
import type { StatisticsRow } from './decision.events.js';

/** Places in the table, `row 3, column`, whose count may disclose somebody: too small, or computable from the others. */
export function faultsOf(countColumn: string, rows: readonly StatisticsRow[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column): Cell => row[column] ?? ''));
  const dimensions = columns.filter((column) => column !== countColumn);
  const { results } = runChecks({ columns, rows: cells }, { measures: { [countColumn]: 'count' }, dimensions });
  return results
    .filter(({ check, outcome }) => outcome === 'fail' && disclosing.includes(check))
    .flatMap(({ cells: flagged }) => flagged.map(({ row, column }) => `row ${row + 1}, ${column}`));
}

/** What speaks of single persons; margins and rounding are for the officer to judge. */
const disclosing: readonly string[] = ['minimum-count', 'secondary-disclosure'];
