import type { Cell } from './table/table.js';

/** From best to worst. Advisory: people decide on the export. */
export type Outcome = 'pass' | 'review' | 'fail';

/** One thing said in both languages of the hub. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

export type CheckName =
  | 'minimum-count'
  | 'underlying-counts'
  | 'zero-cells'
  | 'dominance'
  | 'p-ratio'
  | 'degrees-of-freedom'
  | 'missing-and-negative'
  | 'secondary-disclosure'
  | 'differencing'
  | 'class-disclosure'
  | 'row-level-shape'
  | 'identifiers'
  | 'rounding';

/** A cell to look at. `row` counts data rows from 0; `WHOLE_COLUMN` when the column is meant. */
export interface FlaggedCell {
  readonly row: number;
  readonly column: string;
  /** As in the table, save identifiers: those are masked, so that a report never repeats one. */
  readonly value: Cell;
  readonly why: Sentence;
}

export const WHOLE_COLUMN = -1;

/** What one check says about one table. */
export interface CheckResult {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** The worst first, then by row; at most `maxCells` of them. */
  readonly cells: readonly FlaggedCell[];
  /** How many cells were flagged, listed or not. */
  readonly flagged: number;
  readonly explanation: Sentence;
}

/** A flagged cell and how bad it is. */
export interface Finding extends FlaggedCell {
  readonly outcome: 'review' | 'fail';
}

const SEVERITY: Record<Outcome, number> = { pass: 0, review: 1, fail: 2 };

export function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>((a, b) => (SEVERITY[b] > SEVERITY[a] ? b : a), 'pass');
}

/** The result of a check from its findings. `explain` is what the check looked for. */
export function conclude(
  check: CheckName,
  findings: readonly Finding[],
  maxCells: number,
  explain: Sentence,
): CheckResult {
  const outcome = worst(findings.map((finding) => finding.outcome));
  const ordered = [...findings].sort((a, b) => SEVERITY[b.outcome] - SEVERITY[a.outcome] || a.row - b.row);
  const cells = ordered.slice(0, maxCells).map(({ row, column, value, why }) => ({ row, column, value, why }));
  const count = findings.length;
  const explanation =
    outcome === 'pass'
      ? { en: `${explain.en} Nothing found.`, fr: `${explain.fr} Rien à signaler.` }
      : { en: `${explain.en} Found: ${count}.`, fr: `${explain.fr} Relevé : ${count}.` };
  return { check, outcome, cells, flagged: count, explanation };
}
