import type { FeeLine } from './fees.js';

/** What the authority says of one dataset, where it grants some and refuses others. */
export interface DatasetDecision {
  readonly datasetId: string;
  readonly decision: 'GRANTED' | 'REFUSED';
  /** Of a refusal. */
  readonly reasons?: string;
}

/** Opt-outs count as at this instant (Regulation (EU) 2025/327, art. 71), unless an exception sets them aside. */
export interface OptOut {
  readonly asAt: string;
  readonly exception: boolean;
  /** Of an exception; absent in decisions made before it was recorded. */
  readonly reasons?: string;
}

export interface FeeEstimate {
  readonly at: string;
  readonly by: string;
  readonly currency: 'EUR';
  readonly lines: readonly FeeLine[];
  readonly totalCents: number;
  /** Why the officer departed from the computed amount. */
  readonly reasons?: string;
}

/** A row of an answer in statistics: what is counted, and how many. */
export type StatisticsRow = Readonly<Record<string, string | number>>;

export interface Statistics {
  readonly at: string;
  readonly by: string;
  readonly reference: string;
  readonly countColumn: string;
  readonly rows: readonly StatisticsRow[];
}

/** What happens around a decision and after it. */
export type DecisionEvent =
  | ({ type: 'fees-estimated' } & FeeEstimate)
  | { type: 'decision-accepted'; at: string; by: string }
  | { type: 'decision-declined'; at: string; by: string; reasons?: string }
  /** Nobody answered a positive decision in time: it counts as withdrawn. */
  | { type: 'decision-unanswered'; at: string }
  | { type: 'decision-appealed'; at: string; by: string; grounds: string }
  | { type: 'decision-appeal-ruled'; at: string; by: string; ruling: 'APPROVED' | 'REJECTED'; reasons: string }
  | ({ type: 'statistics-delivered' } & Statistics);
