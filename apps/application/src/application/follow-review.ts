import { type FollowedStatus, openStatuses, type ReviewedStatus, slice } from './application.js';

/*
 * The review decides, the application follows. A withdrawn application follows no more: an event of the
 * review that crossed the withdrawal changes nothing, and that is no fault.
 */

export interface FollowStatus {
  readonly status: FollowedStatus;
  readonly cause: string;
}

export const followStatus = slice({
  name: 'follow-status',
  by: ['system'],
  in: [...openStatuses, 'WITHDRAWN', 'DECISION_ISSUED', 'REJECTED_INCOMPLETE'],
  decide: ({ status, cause }: FollowStatus, state) =>
    isOpen(state.status) && (state.status as string) !== status ? [{ type: 'status-followed', status, cause }] : [],
});

export interface AwaitInformation {
  readonly requestId: string;
  readonly fields: readonly string[];
  readonly phase: ReviewedStatus;
}

export const awaitInformation = slice({
  name: 'await-information',
  by: ['system'],
  in: [...openStatuses, 'WITHDRAWN', 'DECISION_ISSUED', 'REJECTED_INCOMPLETE'],
  decide: (command: AwaitInformation, state) =>
    isOpen(state.status) ? [{ type: 'information-awaited', ...command }] : [],
});

export interface AdmitReviewer {
  readonly reviewerId: string;
}

/** A committee member without an interest in the project may read the file from now on. */
export const admitReviewer = slice({
  name: 'admit-reviewer',
  by: ['system'],
  in: [...openStatuses, 'WITHDRAWN', 'DECISION_ISSUED', 'REJECTED_INCOMPLETE'],
  decide: ({ reviewerId }: AdmitReviewer) => [{ type: 'reviewer-admitted', reviewerId }],
});

const isOpen = (status: string): boolean => (openStatuses as readonly string[]).includes(status);
