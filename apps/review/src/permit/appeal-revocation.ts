import { isOverdue, startClock } from '@hub/clock';
import { type Context, isRefusal, refuse } from '@hub/decider';
import { slice } from './permit.js';
import { type Asked, asker } from './request-change.js';
import { appealLimitOf, type Declared } from './rules.js';

export interface AppealRevocation extends Asked {
  readonly grounds: string;
}

/** The lead contests the revocation, once and in time; an officer writes down what came by letter. */
export const appealRevocation = slice({
  name: 'appeal-revocation',
  by: ['lead', 'officer'],
  in: ['REVOKED'],
  decide({ grounds, askedBy }: AppealRevocation, state, { actor, now, procedures }: Context & Declared) {
    if (state.appeal) return refuse('appealed-already');
    const clock = startClock(new Date(state.revokedAt), appealLimitOf(state.content, procedures));
    if (isOverdue(clock, now)) return refuse('appeal-too-late', { revokedAt: state.revokedAt.slice(0, 10) });
    const by = asker(state, actor, askedBy);
    return isRefusal(by) ? by : [{ type: 'revocation-appealed', at: now.toISOString(), by, grounds }];
  },
});
