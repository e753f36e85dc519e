import { actorId, type Context, isRefusal, type Refusal, refuse } from '@hub/decider';
import { type ClockName, committeeOf } from '@hub/procedures';
import type { CaseEvent, ExpressOpinion, Grounds, Happening } from './case.events.js';
import { type CaseFile, slice } from './case.js';
import type { ConflictFacts } from './conflict-facts.js';
import { onward } from './onward.js';
import { presentAreNotConflicted } from './open-vote.js';
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
  offered: ({ item }) => item.vote.status === 'OPEN',
  decide(
    { grounds, recommendations, castingVote }: IssueOpinion,
    { file, item: { vote } },
    facts: Context & ConflictFacts,
  ) {
    const { actor, now } = facts;
    const late = timeIsUp(file, 'COMMITTEE_OPINION', now);
    if (late) return late;
    if (vote.status !== 'OPEN') return refuse('vote-not-open');
    const conflicted = presentAreNotConflicted(vote.present, facts);
    if (conflicted) return conflicted;
    const votes = Object.values(vote.votes);
    if (votes.length < vote.quorum) return refuse('quorum-not-reached', { quorum: vote.quorum, present: votes.length });
    const presidents = committeeOf(file.procedure).castingVote ? [vote.votes[actorId(actor)], castingVote] : [];
    const opinion = majority(votes, presidents);
    if (isRefusal(opinion)) return opinion;
    if (opinion === 'FAVOURABLE_WITH_RECOMMENDATIONS' && !recommendations) return refuse('recommendations-missing');
    const tally = tallyOf(votes);
    const at = now.toISOString();
    return issued(file, { at, opinion, tally, grounds, ...(recommendations && { recommendations }) });
  },
});

/** The committee stayed silent: tacitly favourable, which is never equal to an express favourable opinion. */
export const opineTacitly = slice({
  name: 'opine-tacitly',
  by: ['system'],
  in: ['COMMITTEE_REVIEW'],
  decide: ({ clock, dueAt }: { clock: ClockName; dueAt: string }, { file }, { now }) =>
    isNotDue(file, clock, dueAt, now) ?? issued(file, { at: dueAt, opinion: 'TACIT_FAVOURABLE' }),
});

/** The opinion, and where it leads: to the applicant's choice, or on to whoever comes next. */
function issued(file: CaseFile, opinion: Omit<Happening<'opinion-issued'>, 'type' | 'clocks'>): CaseEvent[] {
  const { clocks, seized } = onward(file.procedure, 'COMMITTEE_REVIEW', new Date(opinion.at));
  const next = Object.keys(clocks).length > 0 ? { clocks } : {};
  return [{ type: 'opinion-issued', ...opinion, ...next }, ...seized];
}

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
