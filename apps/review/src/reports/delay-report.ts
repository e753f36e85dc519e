import type { Cell } from '../csv.js';
import { tenths } from './turns.js';

/** Below this many cases a cell says nothing: few cases are somebody's own. */
export const fewestCases = 5;

export interface Measured {
  readonly cases: number;
  readonly median: number;
  readonly p90: number;
}

/** One measure of one cell as the database counts it; no procedure, or no month, means all of them. */
export interface DelayRow extends Measured {
  readonly procedure: string | null;
  readonly month: string | null;
  /** `gross`: from reception to the end; `access`: from reception to data in the workspace; else a party. */
  readonly measure: string;
}

export interface DelayCell {
  readonly procedure: string | null;
  readonly month: string | null;
  readonly gross: Measured;
  readonly access: Measured | null;
  readonly parties: readonly (Measured & { readonly party: string })[];
}

/** Days, in tenths. What is counted on fewer cases than may be shown is left out, and the number of such cells said. */
export function delayReport(rows: readonly DelayRow[]): { cells: DelayCell[]; leftOut: number } {
  const shown = rows.filter(({ cases }) => cases >= fewestCases);
  const cells = shown
    .filter(({ measure }) => measure === 'gross')
    .map(({ procedure, month, ...gross }) => {
      const same = shown.filter((row) => row.procedure === procedure && row.month === month);
      const access = same.find(({ measure }) => measure === 'access');
      return {
        procedure,
        month,
        gross: measured(gross),
        access: access ? measured(access) : null,
        parties: same
          .filter(({ measure }) => measure !== 'gross' && measure !== 'access')
          .map((row) => ({ party: row.measure, ...measured(row) })),
      };
    });
  return { cells, leftOut: rows.length - shown.length };
}

const measured = ({ cases, median, p90 }: Measured): Measured => ({ cases, median: tenths(median), p90: tenths(p90) });

export const delayColumns = ['procedure', 'month', 'measure', 'cases', 'median_days', 'p90_days'];

export const delayLines = ({ procedure, month, gross, access, parties }: DelayCell): Cell[][] =>
  [{ name: 'gross', ...gross }, ...(access ? [{ name: 'access', ...access }] : []), ...parties.map(named)].map(
    ({ name, cases, median, p90 }) => [procedure ?? 'all', month ?? 'all', name, cases, median, p90],
  );

const named = ({ party, ...rest }: Measured & { readonly party: string }) => ({ name: party, ...rest });
