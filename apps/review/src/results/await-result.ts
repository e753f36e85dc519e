import { startClock } from '@hub/clock';
import type { TeamMember } from '@hub/contracts';
import { refuse } from '@hub/decider';
import { afterThePermit } from '@hub/procedures';
import { type ResultEvent, resultDue, slice } from './result.js';

export interface AwaitResult {
  readonly applicationId: string;
  readonly team: readonly TeamMember[];
  /** When the permit ends. */
  readonly endsAt: string;
}

const { limit } = afterThePermit.resultsPublished;

/** A permit obliges to publish: 18 months after it ends at the latest. */
export const awaitResult = slice({
  name: 'await-result',
  by: ['system'],
  in: ['ABSENT'],
  decide: ({ endsAt, applicationId, team }: AwaitResult) => [
    { type: 'awaited', applicationId, team, clock: startClock(new Date(endsAt), limit) },
  ],
});

export interface FollowPermit {
  readonly team?: readonly TeamMember[];
  readonly endsAt: string;
}

/** The permit changed: its people answer for the results, its end moves the time, unless completion was declared. */
export const followPermit = slice({
  name: 'follow-permit',
  by: ['system'],
  in: ['AWAITED', 'PUBLISHED'],
  decide({ team, endsAt }: FollowPermit, { clock, completedAt, team: before }): ResultEvent[] {
    const moves = completedAt === undefined && endsAt !== clock.startedAt;
    const newTeam = team && JSON.stringify(team) !== JSON.stringify(before);
    if (!moves && !newTeam) return [];
    return [
      {
        type: 'permit-followed',
        ...(newTeam && { team }),
        ...(moves && { clock: { ...clock, startedAt: endsAt } }),
      },
    ];
  },
});

/** The time is up and nothing is published: everybody sees it. */
export const missResult = slice({
  name: 'miss-result',
  by: ['system'],
  in: ['AWAITED'],
  decide({ dueAt }: { dueAt: string }, state, { now }) {
    const due = resultDue(state);
    if (dueAt !== due || state.overdueSince !== undefined || now.toISOString() <= due)
      return refuse('result-not-due', { dueAt: due });
    return [{ type: 'overdue', dueAt }];
  },
});
