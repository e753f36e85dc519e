import { refuse } from '@hub/decider';
import { dueInstant, isPast } from '../clocks/running.js';
import { slice } from './case.js';
import { onward } from './onward.js';
import { holderIsUnknown } from './unknown-holder.js';

/**
 * The time of the trusted holders is over and one has not proposed, or the catalogue names no holder: the hub takes the
 * case on with the proposals that there are. Regulation (EU) 2025/327, art. 72, gives the holder two months and the body the decision.
 */
export const forgoAssessment = slice({
  name: 'forgo-assessment',
  by: ['officer'],
  in: ['HOLDER_ASSESSMENT'],
  decide({ reason }: { reason: string }, { file }, { now }) {
    if (!holderIsUnknown(file) && !isPast(file.clocks, 'HOLDER_ASSESSMENT', now))
      return refuse('holders-still-assess', { dueAt: dueInstant(file.clocks, 'HOLDER_ASSESSMENT') });
    const { clocks, seized } = onward(file.procedure, 'HOLDER_ASSESSMENT', now);
    return [{ type: 'assessment-forgone', at: now.toISOString(), reason, clocks }, ...seized];
  },
});
