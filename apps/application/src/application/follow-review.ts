import { decisionStatuses, type FollowedStatus, openStatuses, type ReviewedStatus, slice } from './application.js';

/*
 * The review decides, the application follows. A withdrawn application follows no more: an event of the
 * review that crossed the withdrawal changes nothing, and that is no fault.
 */

const reviewed = [
  ...openStatuses,
  ...decisionStatuses,
  ...(['WITHDRAWN', 'REGISTERED', 'REDIRECTED', 'REJECTED_INCOMPLETE'] as const),
] as const;

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

/**
 * An answer given in time reverses a rejection that was recorded before it arrived. After a decision only what follows
 * decisions is followed: an answer, an appeal, its ruling, or the silence that counts as withdrawal.
 */
function canFollow(from: string, to: FollowedStatus): boolean {
  if (isDecided(from)) return isDecided(to) || to === 'WITHDRAWN';
  return isOpen(from) || (from === 'REJECTED_INCOMPLETE' && (to === 'PRE_SCREENING' || to === 'PROCESSING'));
}

export interface FollowTrack {
  readonly procedure: string;
  readonly procedureVersion: number;
}

/** The case was moved to another track: the file says under which procedure's limits it is. */
export const followTrack = slice({
  name: 'follow-track',
  by: ['system'],
  in: reviewed,
  decide: ({ procedure, procedureVersion }: FollowTrack) => [{ type: 'track-followed', procedure, procedureVersion }],
});

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

const isDecided = (status: string): boolean => (decisionStatuses as readonly string[]).includes(status);

const isOpen = (status: string): boolean => (openStatuses as readonly string[]).includes(status);
