import { refuse } from '@hub/decider';
import { slice } from './case.js';
import { type Item, pendingHearing } from './item.js';
import { timeIsUp } from './time-is-up.js';

export interface CallHearing {
  /** An instant. */
  readonly heldOn: string;
  readonly questions: readonly string[];
}

/** The president invites the team to answer questions before the vote; the committee's limit runs on. */
export const callHearing = slice({
  name: 'call-hearing',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }) => item.vote.status !== 'OPEN' && !pendingHearing(item),
  decide({ heldOn, questions }: CallHearing, { file, item }, { now, newId }) {
    if (item.vote.status === 'OPEN') return refuse('vote-open');
    const late = hearingIsPending(item) ?? timeIsUp(file, 'COMMITTEE_OPINION', now);
    if (late) return late;
    if (new Date(heldOn) < now) return refuse('hearing-in-the-past', { heldOn });
    const on = new Date(heldOn).toISOString();
    return [{ type: 'hearing-called', at: now.toISOString(), hearingId: newId(), heldOn: on, questions }];
  },
});

/** The hearing took place: its summary is for the committee. */
export const holdHearing = slice({
  name: 'hold-hearing',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }) => pendingHearing(item) !== undefined,
  decide({ summary }: { summary: string }, { item }, { now }) {
    const pending = pendingHearing(item);
    if (!pending) return refuse('no-hearing-called');
    return [{ type: 'hearing-held', at: now.toISOString(), hearingId: pending.hearingId, summary }];
  },
});

export const hearingIsPending = (item: Item) => {
  const pending = pendingHearing(item);
  return pending && refuse('hearing-pending', { heldOn: pending.heldOn });
};
