import { actorId, isRefusal, type Refusal, refuse } from '@hub/decider';
import { procedureOf } from '../procedures/index.js';
import type { ExpressOpinion, Grounds } from './case.events.js';
import { slice } from './case.js';
import { isNotDue, timeIsUp } from './time-is-up.js';

export interface IssueOpinion {
  readonly grounds: Grounds;
  readonly recommendations?: string | undefined;
  /** Needed only where a tie is not decided by the vote that the president has cast. */
  readonly castingVote?: ExpressOpinion | undefined;
}

/** The president closes the vote: the opinion with the most votes is the committee's. */
export const issueOpinion = slice({
  name: 'issue-opinion',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  decide({ grounds, recommendations, castingVote }: IssueOpinion, { file, item: { vote } }, { actor, now }) {
    const late = timeIsUp(file, 'COMMITTEE_OPINION', now);
    if (late) return late;
    if (vote.status !== 'OPEN') return refuse('vote-not-open');
    const votes = Object.values(vote.votes);
    if (votes.length < vote.quorum) return refuse('quorum-not-reached', { quorum: vote.quorum, present: votes.length });
    const presidents = procedureOf(file.procedure).committee.castingVote
      ? [vote.votes[actorId(actor)], castingVote]
      : [];
    const opinion = majority(votes, presidents);
    if (isRefusal(opinion)) return opinion;
    if (opinion === 'FAVOURABLE_WITH_RECOMMENDATIONS' && !recommendations) return refuse('recommendations-missing');
    const tally = tallyOf(votes);
    return [
      {
        type: 'opinion-issued',
        at: now.toISOString(),
        opinion,
        tally,
        grounds,
        ...(recommendations && { recommendations }),
      },
    ];
  },
});

/** The committee stayed silent: tacitly favourable, which is never equal to an express favourable opinion. */
export const opineTacitly = slice({
  name: 'opine-tacitly',
  by: ['system'],
  in: ['COMMITTEE_REVIEW'],
  decide: ({ dueAt }: { dueAt: string }, { file }, { now }) =>
    isNotDue(file, 'COMMITTEE_OPINION', dueAt, now) ?? [
      { type: 'opinion-issued', at: dueAt, opinion: 'TACIT_FAVOURABLE' },
    ],
});

/** The opinion with the most votes; of several, the first of the president's choices among them. */
export function majority(
  votes: readonly ExpressOpinion[],
  presidents: readonly (ExpressOpinion | undefined)[],
): ExpressOpinion | Refusal<'tie'> {
  const tally = Object.entries(tallyOf(votes)) as [ExpressOpinion, number][];
  const most = Math.max(...tally.map(([, count]) => count));
  const leading = tally.filter(([, count]) => count === most).map(([opinion]) => opinion);
  const [only, ...others] = leading;
  if (only && others.length === 0) return only;
  return presidents.find((choice) => choice && leading.includes(choice)) ?? refuse('tie', { between: leading });
}

function tallyOf(votes: readonly ExpressOpinion[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const vote of votes) tally[vote] = (tally[vote] ?? 0) + 1;
  return tally;
}
