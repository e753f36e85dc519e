import { actorId } from '@hub/decider';
import type { ClockName } from '@hub/procedures';
import { slice } from '../case/case.js';
import { isNotDue, timeIsUp } from '../case/time-is-up.js';

/** The lead accepts: a permit is issued, or the refusal becomes final. */
export const acceptDecision = slice({
  name: 'accept-decision',
  by: ['lead'],
  in: ['POSITIVE_DECISION_ISSUED', 'NEGATIVE_DECISION_ISSUED'],
  decide: (_command: object, { file }, { actor, now }) =>
    timeIsUp(file, 'ACCEPTANCE', now) ?? [{ type: 'decision-accepted', at: now.toISOString(), by: actorId(actor) }],
});

/** The lead does without what was granted: no permit, as after a withdrawal. */
export const declineDecision = slice({
  name: 'decline-decision',
  by: ['lead'],
  in: ['POSITIVE_DECISION_ISSUED'],
  decide: ({ reasons }: { reasons?: string | undefined }, { file }, { actor, now }) =>
    timeIsUp(file, 'ACCEPTANCE', now) ?? [
      { type: 'decision-declined', at: now.toISOString(), by: actorId(actor), ...(reasons && { reasons }) },
    ],
});

/** 28 days without an answer count as withdrawal (TEHDAS2 D6.4, R9.2.8). */
export const withdrawBySilence = slice({
  name: 'withdraw-by-silence',
  by: ['system'],
  in: ['POSITIVE_DECISION_ISSUED'],
  decide: ({ clock, dueAt }: { clock: ClockName; dueAt: string }, { file }, { now }) =>
    isNotDue(file, clock, dueAt, now) ?? [{ type: 'decision-unanswered', at: dueAt }],
});
