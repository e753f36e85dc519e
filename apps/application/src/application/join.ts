import { refuse } from '@hub/decider';
import { slice } from './application.js';

/** Somebody accepts an invitation, and is in the team for the organisation they act for now. */
export const join = slice({
  name: 'join',
  by: ['invited'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide(_command: object, state, { actor, now }) {
    const invitation = state.invitations.findLast(({ personId }) => actor.kind === 'person' && personId === actor.id);
    if (!invitation || actor.kind !== 'person') return refuse('no-such-invitation');
    const { invitationId, role, expiresAt } = invitation;
    if (expiresAt <= now.toISOString()) return refuse('invitation-expired', { expiresAt });
    return [
      { type: 'member-joined', invitationId, member: { personId: actor.id, organisationId: actor.organisation, role } },
    ];
  },
});
