import { type Context, isRefusal } from '@hub/decider';
import { phaseAfter } from '@hub/procedures';
import { type Clocks, started } from '../clocks/running.js';
import { type CaseFile, slice } from './case.js';
import { type CheckedItem, checked } from './checklist.js';
import { onward } from './onward.js';
import { type HolderFacts, holderIsUnknown } from './unknown-holder.js';

export interface RecordCompleteness {
  readonly urgent: boolean;
  readonly items?: readonly CheckedItem[] | undefined;
}

/**
 * The officer finds the file complete: it goes to whoever comes next in its procedure, whose limit begins (for the
 * committee: décret 2019-536, art. 88 and 90). Where nobody comes next, a complete commitment is registered.
 */
export const recordCompleteness = slice({
  name: 'record-completeness',
  by: ['officer'],
  in: ['PRE_SCREENING'],
  decide({ urgent, items }: RecordCompleteness, { file }, { now, holderIds = [] }: Context & HolderFacts) {
    const { procedure } = file;
    const checklist = checked(procedure, items);
    if (isRefusal(checklist)) return checklist;
    const at = now.toISOString();
    const next = phaseAfter(procedure, 'PRE_SCREENING');
    if (!next) return [{ type: 'registered', at, checklist }];
    const urgentLimit = urgent && next.name === 'COMMITTEE_REVIEW' ? procedure.committee?.urgentOpinion : undefined;
    const { clocks: phases, seized } = onward(procedure, 'PRE_SCREENING', now, urgentLimit);
    const clocks = next.name === 'COMMITTEE_REVIEW' ? withRemarks(phases, file, now) : phases;
    const holders = holderIsUnknown(file) && holderIds.length > 0 ? { holderIds } : {};
    return [{ type: 'found-complete', at, urgent, checklist, ...holders, clocks }, ...seized];
  },
});

/** The data holders remark in parallel, in a limit of their own (décret 2019-536, art. 88). */
function withRemarks(clocks: Clocks, { procedure, holderIds }: CaseFile, now: Date): Clocks {
  const rule = procedure.clocks.HOLDER_REMARKS;
  return rule && holderIds.length > 0 ? started(clocks, 'HOLDER_REMARKS', now, rule.limit) : clocks;
}
