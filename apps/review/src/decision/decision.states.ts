import type { CaseFile, Decision, Gathered } from '../case/case.js';
import type { Statistics } from './decision.events.js';

export interface DecisionAppeal {
  readonly at: string;
  readonly by: string;
  readonly grounds: string;
  readonly ruling?: {
    readonly at: string;
    readonly by: string;
    readonly ruling: 'APPROVED' | 'REJECTED';
    readonly reasons: string;
  };
}

type Decided = { readonly file: CaseFile; readonly decision: Decision; readonly appeal?: DecisionAppeal } & Gathered;

/**
 * A decided case and what its procedure lets follow. Source: TEHDAS2 D6.4, table 1b. DECIDED: nothing is awaited.
 * APPEAL_APPROVED lasts until the positive decision that comes with it.
 */
export type AfterDecision =
  | (Decided & {
      readonly status:
        | 'DECIDED'
        | 'POSITIVE_DECISION_ISSUED'
        | 'POSITIVE_DECISION_ACCEPTED'
        | 'POSITIVE_DECISION_REJECTED'
        | 'NEGATIVE_DECISION_ISSUED'
        | 'NEGATIVE_DECISION_ACCEPTED'
        | 'STATISTICS_AWAITED';
    })
  | (Decided & {
      readonly status: 'NEGATIVE_DECISION_APPEALED' | 'APPEAL_APPROVED' | 'APPEAL_REJECTED';
      readonly appeal: DecisionAppeal;
    })
  | (Decided & { readonly status: 'STATISTICS_DELIVERED'; readonly statistics: Statistics });

/** In the order of the road. */
export const decidedStates = [
  'DECIDED',
  'POSITIVE_DECISION_ISSUED',
  'POSITIVE_DECISION_ACCEPTED',
  'POSITIVE_DECISION_REJECTED',
  'NEGATIVE_DECISION_ISSUED',
  'NEGATIVE_DECISION_ACCEPTED',
  'NEGATIVE_DECISION_APPEALED',
  'APPEAL_APPROVED',
  'APPEAL_REJECTED',
  'STATISTICS_AWAITED',
  'STATISTICS_DELIVERED',
] as const satisfies readonly AfterDecision['status'][];
