import type { DataScope, ProjectParty, ProjectUse, TeamMember } from '@hub/contracts';
import { refuse } from '@hub/decider';
import { answered } from '../clocks/running.js';
import type { DatasetCategories } from './case.events.js';
import { slice } from './case.js';

export interface ReceiveInformation {
  readonly requestId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly parties?: readonly ProjectParty[];
  readonly use?: ProjectUse;
  /** The organisations that hold the datasets now asked for. */
  readonly holderIds?: readonly string[];
  readonly categories?: readonly DatasetCategories[];
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
  decide({ providedAt, holderIds, ...answer }: ReceiveInformation, { status, file, phase, ...rest }) {
    const { requestId } = answer;
    const request = file.requests.find((asked) => asked.requestId === requestId);
    const rejectedByHand = status === 'REJECTED_INCOMPLETE' && 'silent' in rest && !rest.silent;
    if (!request || request.answeredAt || rejectedByHand) return refuse('no-such-request');
    if (providedAt > request.dueAt) return refuse('answered-too-late', { dueAt: request.dueAt });
    const clocks = answered(file.clocks, phase, file.procedure, new Date(providedAt));
    return [
      {
        type: 'information-received',
        at: providedAt,
        ...answer,
        ...(holderIds?.length && { holderIds }),
        clocks,
      },
    ];
  },
});
