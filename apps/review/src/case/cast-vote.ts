import { actorId, refuse } from '@hub/decider';
import type { ExpressOpinion } from './case.events.js';
import { slice } from './case.js';
import { timeIsUp } from './time-is-up.js';

/** A present member votes, once. The vote stays hidden from those who have not voted yet. */
export const castVote = slice({
  name: 'cast-vote',
  by: ['member'],
  in: ['COMMITTEE_REVIEW'],
  decide({ vote }: { vote: ExpressOpinion }, { file, item }, { actor, now }) {
    const memberId = actorId(actor);
    if (item.vote.status !== 'OPEN') return refuse('vote-not-open');
    if (!item.vote.present.includes(memberId)) return refuse('not-present');
    if (memberId in item.vote.votes) return refuse('voted-already');
    return timeIsUp(file, 'COMMITTEE_OPINION', now) ?? [{ type: 'vote-cast', memberId, vote }];
  },
});
