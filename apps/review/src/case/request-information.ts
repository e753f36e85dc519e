import { actorId, type Context, firstRefusal, refuse } from '@hub/decider';
import { phaseOf } from '@hub/procedures';
import { awaiting, knownDue } from '../clocks/running.js';
import type { Happening, Remark } from './case.events.js';
import { type Case, slice } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { timeIsUp } from './time-is-up.js';

type Asking = Extract<Case, { status: 'PRE_SCREENING' | 'COMMITTEE_REVIEW' | 'AUTHORITY_REVIEW' }>;

/** Everything that is missing is asked for at once, in one window (Regulation (EU) 2025/327, art. 68(4)). */
export const requestInformation = slice({
  name: 'request-information',
  by: ['officer', 'president'],
  in: ['PRE_SCREENING', 'COMMITTEE_REVIEW'],
  offered: mayAsk,
  decide: asked,
});

/** The authority asks as well, once it has the case, as often as the procedure lets it. */
export const requestInformationForDecision = slice({
  name: 'request-information-for-decision',
  by: ['authority'],
  in: ['AUTHORITY_REVIEW'],
  offered: mayAsk,
  decide: asked,
});

function asked({ remarks }: { remarks: readonly Remark[] }, state: Asking, { actor, now, newId }: Context) {
  const clock = phaseOf(state.file.procedure, state.status)?.clock;
  const refusal = firstRefusal<CaseRefusal>(
    mayAsk(state) ? undefined : refuse('already-asked'),
    markedTwice(remarks),
    voteIsOpen(state),
    clock && timeIsUp(state.file, clock, now),
  );
  if (refusal) return refusal;
  const clocks = awaiting(state.file.clocks, state.file.procedure, now);
  const dueAt = knownDue(clocks, 'INFORMATION');
  const event: Happening<'information-requested'> = {
    type: 'information-requested',
    at: now.toISOString(),
    by: actorId(actor),
    requestId: newId(),
    remarks,
    dueAt,
    clocks,
  };
  return [event];
}

function mayAsk({ status, file }: Asking): boolean {
  const before = file.requests.filter(({ phase }) => phase === status).length;
  return before < (phaseOf(file.procedure, status)?.informationRequests ?? 0);
}

function markedTwice(remarks: readonly Remark[]) {
  const fields = remarks.map(({ field }) => field);
  const twice = [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))];
  return twice.length > 0 ? refuse('field-marked-twice', { fields: twice }) : undefined;
}

const voteIsOpen = (state: Asking) =>
  state.status === 'COMMITTEE_REVIEW' && state.item.vote.status === 'OPEN' ? refuse('vote-open') : undefined;
