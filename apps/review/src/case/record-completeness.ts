import { phaseAfter } from '@hub/procedures';
import { slice } from './case.js';
import { onward } from './onward.js';

/**
 * The officer finds the file complete: it goes to whoever comes next in its procedure, whose limit begins (for the
 * committee: décret 2019-536, art. 88 and 90). Where nobody comes next, a complete commitment is registered.
 */
export const recordCompleteness = slice({
  name: 'record-completeness',
  by: ['officer'],
  in: ['PRE_SCREENING'],
  decide({ urgent }: { urgent: boolean }, { file: { procedure } }, { now }) {
    const at = now.toISOString();
    const next = phaseAfter(procedure, 'PRE_SCREENING');
    if (!next) return [{ type: 'registered', at }];
    const urgentLimit = urgent && next.name === 'COMMITTEE_REVIEW' ? procedure.committee?.urgentOpinion : undefined;
    const { clocks, seized } = onward(procedure, 'PRE_SCREENING', now, urgentLimit);
    return [{ type: 'found-complete', at, urgent, clocks }, ...seized];
  },
});
