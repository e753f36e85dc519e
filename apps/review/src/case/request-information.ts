import { firstRefusal, refuse } from '@hub/decider';
import { phaseOf } from '@hub/procedures';
import { awaiting, knownDue } from '../clocks/running.js';
import type { Remark } from './case.events.js';
import { type Case, slice } from './case.js';
import { timeIsUp } from './time-is-up.js';

type Asking = Extract<Case, { status: 'PRE_SCREENING' | 'COMMITTEE_REVIEW' }>;

/** Everything that is missing is asked for at once, in one window (Regulation (EU) 2025/327, art. 68(4)). */
export const requestInformation = slice({
  name: 'request-information',
  by: ['officer', 'president'],
  in: ['PRE_SCREENING', 'COMMITTEE_REVIEW'],
  decide({ remarks }: { remarks: readonly Remark[] }, state, { now, newId }) {
    const clock = phaseOf(state.file.procedure, state.status)?.clock;
    const refusal = firstRefusal(
      askedBefore(state),
      markedTwice(remarks),
      voteIsOpen(state),
      clock && timeIsUp(state.file, clock, now),
    );
    if (refusal) return refusal;
    const clocks = awaiting(state.file.clocks, state.file.procedure, now);
    const dueAt = knownDue(clocks, 'INFORMATION');
    return [{ type: 'information-requested', at: now.toISOString(), requestId: newId(), remarks, dueAt, clocks }];
  },
});

function askedBefore({ status, file }: Asking) {
  const asked = file.requests.filter(({ phase }) => phase === status).length;
  return asked >= (phaseOf(file.procedure, status)?.informationRequests ?? 0) ? refuse('already-asked') : undefined;
}

function markedTwice(remarks: readonly Remark[]) {
  const fields = remarks.map(({ field }) => field);
  const twice = [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))];
  return twice.length > 0 ? refuse('field-marked-twice', { fields: twice }) : undefined;
}

const voteIsOpen = (state: Asking) =>
  state.status === 'COMMITTEE_REVIEW' && state.item.vote.status === 'OPEN' ? refuse('vote-open') : undefined;
