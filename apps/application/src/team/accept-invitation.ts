import { refuse } from '@hub/decider';
import { type ApplicationEvent, slice } from '../application/application.js';

export interface AcceptInvitation {
  readonly secretHash: string;
}

/**
 * Whoever holds the secret of an invitation joins, for the organisation they act for now. Who is invited as lead takes
 * over from the present one. A secret that was used, recalled or has expired is refused in one way, which tells nothing.
 */
export const acceptInvitation = slice({
  name: 'accept-invitation',
  by: ['bearer'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  offered: () => false, // no button: only the letter leads here
  decide({ secretHash }: AcceptInvitation, state, { actor, now }) {
    const link = state.links.find((candidate) => candidate.secretHash === secretHash);
    if (!link || actor.kind !== 'person' || link.expiresAt <= now.toISOString()) return refuse('invitation-void');
    if (state.team.some(({ personId }) => personId === actor.id)) return refuse('already-in-team');
    const leads = link.role === 'lead';
    if (leads && state.status !== 'DRAFT') return refuse('invitation-void');
    if (leads && actor.organisation !== state.organisationId) return refuse('lead-of-other-organisation');
    const role = leads ? 'member' : link.role;
    const member = { personId: actor.id, organisationId: actor.organisation, role };
    const joined: ApplicationEvent = { type: 'member-joined', invitationId: link.invitationId, member };
    return leads ? [joined, { type: 'lead-handed-over', from: state.leadId, to: actor.id }] : [joined];
  },
});
