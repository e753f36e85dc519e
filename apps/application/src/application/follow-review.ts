import { type FollowedStatus, openStatuses, type ReviewedStatus, slice } from './application.js';

/*
 * The review decides, the application follows. A withdrawn application follows no more: an event of the
 * review that crossed the withdrawal changes nothing, and that is no fault.
 */

const reviewed = [...openStatuses, 'WITHDRAWN', 'DECISION_ISSUED', 'REJECTED_INCOMPLETE'] as const;

export interface FollowStatus {
  readonly status: FollowedStatus;
  readonly cause: string;
}

export const followStatus = slice({
  name: 'follow-status',
  by: ['system'],
  in: reviewed,
  decide: ({ status, cause }: FollowStatus, state) =>
    canFollow(state.status, status) && state.status !== (status as string)
      ? [{ type: 'status-followed', status, cause }]
      : [],
});

/** An answer given in time reverses a rejection that was recorded before it arrived. */
const canFollow = (from: string, to: FollowedStatus): boolean =>
  isOpen(from) || (from === 'REJECTED_INCOMPLETE' && (to === 'PRE_SCREENING' || to === 'PROCESSING'));

export interface AwaitInformation {
  readonly requestId: string;
  readonly fields: readonly string[];
  readonly phase: ReviewedStatus;
}

export const awaitInformation = slice({
  name: 'await-information',
  by: ['system'],
  in: reviewed,
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
  in: reviewed,
  decide: ({ reviewerId }: AdmitReviewer) => [{ type: 'reviewer-admitted', reviewerId }],
});

export const recuseReviewer = slice({
  name: 'recuse-reviewer',
  by: ['system'],
  in: reviewed,
  decide: ({ reviewerId }: AdmitReviewer, state) =>
    state.reviewers.includes(reviewerId) ? [{ type: 'reviewer-recused', reviewerId }] : [],
});

const isOpen = (status: string): boolean => (openStatuses as readonly string[]).includes(status);
