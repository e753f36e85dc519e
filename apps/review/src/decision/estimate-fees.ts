import { actorId, refuse } from '@hub/decider';
import { slice } from '../case/case.js';
import { type FeeLine, feesFor, totalOf } from './fees.js';

export interface EstimateFees {
  /** Of access; the procedure's default where absent. */
  readonly months?: number | undefined;
  readonly publicBody: boolean;
  /** Added to the computed amount, in cents; less than zero lowers it. */
  readonly adjustmentCents?: number | undefined;
  readonly reasons?: string | undefined;
}

/** What access will cost, computed from the procedure's rules and known before the decision (Regulation (EU) 2025/327, art. 62). */
export const estimateFees = slice({
  name: 'estimate-fees',
  by: ['officer'],
  in: ['PRE_SCREENING', 'HOLDER_ASSESSMENT', 'COMMITTEE_REVIEW', 'APPLICANT_CHOICE', 'AUTHORITY_REVIEW'],
  decide({ months, publicBody, adjustmentCents = 0, reasons }: EstimateFees, { file }, { actor, now }) {
    const { fees, permit } = file.procedure;
    if (!fees) return refuse('no-fees');
    if (adjustmentCents !== 0 && !reasons) return refuse('adjustment-without-reasons');
    const computed = feesFor(fees, { scope: file.scope, months: months ?? permit?.defaultMonths ?? 0, publicBody });
    const adjustment: FeeLine[] =
      adjustmentCents === 0 ? [] : [{ item: 'ADJUSTMENT', quantity: 1, cents: adjustmentCents }];
    const lines = [...computed, ...adjustment];
    const totalCents = totalOf(lines);
    if (totalCents < 0) return refuse('fees-below-zero', { computed: totalOf(computed) });
    const estimate = { at: now.toISOString(), by: actorId(actor), currency: fees.currency, lines, totalCents };
    return [{ type: 'fees-estimated', ...estimate, ...(reasons && { reasons }) }];
  },
});
