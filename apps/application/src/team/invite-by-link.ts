import type { TeamRole } from '@hub/contracts';
import { type Context, refuse } from '@hub/decider';
import { slice } from '../application/application.js';
import { invitationEnd } from '../application/invite.js';

export interface InviteByLink {
  readonly invitationId: string;
  readonly role: TeamRole;
  /** Tells two letters apart without saying to whom they go. */
  readonly recipient: string;
}

/** The project lead invites whoever receives the letter; as lead only while nothing was submitted. */
export const inviteByLink = slice({
  name: 'invite-by-link',
  by: ['lead'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide({ invitationId, role }: InviteByLink, state, { now, secretHash }: Context & { readonly secretHash: string }) {
    if (role === 'lead' && state.status !== 'DRAFT') return refuse('lead-moves-in-draft');
    return [{ type: 'link-invited', invitationId, role, secretHash, expiresAt: invitationEnd(now) }];
  },
});
