import type { DataScope, TeamMember } from '@hub/contracts';
import { refuse } from '@hub/decider';
import { answered } from '../clocks/running.js';
import { procedureOf } from '../procedures/index.js';
import { slice } from './case.js';

export interface ReceiveInformation {
  readonly requestId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  /** When the applicant answered: that counts, not when we heard of it. */
  readonly providedAt: string;
}

/**
 * The answer arrives and the case goes back to the phase that asked. An answer given in time undoes a rejection
 * by silence that was recorded before the answer reached us: only a delay between services can have caused it.
 */
export const receiveInformation = slice({
  name: 'receive-information',
  by: ['system'],
  in: ['AWAITING_ADDITIONAL_INFORMATION', 'REJECTED_INCOMPLETE'],
  decide({ requestId, team, scope, providedAt }: ReceiveInformation, { status, file, phase, ...rest }) {
    const request = file.requests.find((asked) => asked.requestId === requestId);
    const rejectedByHand = status === 'REJECTED_INCOMPLETE' && 'silent' in rest && !rest.silent;
    if (!request || request.answeredAt || rejectedByHand) return refuse('no-such-request');
    if (providedAt > request.dueAt) return refuse('answered-too-late', { dueAt: request.dueAt });
    const phaseClock = phase === 'COMMITTEE_REVIEW' ? 'COMMITTEE_OPINION' : 'FORWARD_TO_COMMITTEE';
    const clocks = answered(file.clocks, phaseClock, procedureOf(file.procedure), new Date(providedAt));
    return [{ type: 'information-received', at: providedAt, requestId, team, scope, clocks }];
  },
});
