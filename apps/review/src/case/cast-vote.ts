import { type Actor, actorId, type Context, refuse } from '@hub/decider';
import type { ExpressOpinion } from './case.events.js';
import { slice } from './case.js';
import { type ConflictFacts, declaredElsewhere } from './conflict-facts.js';
import type { Vote } from './item.js';
import { timeIsUp } from './time-is-up.js';

export interface CastVote {
  readonly vote: ExpressOpinion;
}

/** A present member votes, once. The vote stays hidden from those who have not voted yet. */
export const castVote = slice({
  name: 'cast-vote',
  by: ['member'],
  in: ['COMMITTEE_REVIEW'],
  // Members vote at the same instant: another's vote does not make the case another one.
  undisturbedBy: ['vote-cast'],
  offered: ({ item }, actor) => awaitsVoteOf(item.vote, actor),
  decide({ vote }: CastVote, { file, item }, facts: Context & ConflictFacts) {
    const memberId = actorId(facts.actor);
    if (item.vote.status !== 'OPEN') return refuse('vote-not-open');
    if (!item.vote.present.includes(memberId)) return refuse('not-present');
    if (memberId in item.vote.votes) return refuse('voted-already');
    const refusal = declaredElsewhere(facts.actor, facts) ?? timeIsUp(file, 'COMMITTEE_OPINION', facts.now);
    return refusal ?? [{ type: 'vote-cast', memberId, vote }];
  },
});

const awaitsVoteOf = (vote: Vote, actor: Actor): boolean =>
  vote.status === 'OPEN' && vote.present.includes(actorId(actor)) && !(actorId(actor) in vote.votes);
