import { refuse } from '@hub/decider';
import { openStatuses, slice } from '../application/application.js';

export interface RecallInvitation {
  readonly invitationId: string;
}

/** The project lead takes an invitation back that nobody accepted yet. */
export const recallInvitation = slice({
  name: 'recall-invitation',
  by: ['lead'],
  in: ['DRAFT', ...openStatuses],
  decide: ({ invitationId }: RecallInvitation, { links, invitations }) =>
    [...links, ...invitations].some((invitation) => invitation.invitationId === invitationId)
      ? [{ type: 'invitation-recalled', invitationId }]
      : refuse('invitation-not-open'),
});
