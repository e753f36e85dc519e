import type { TeamRole } from '@hub/contracts';
import { refuse } from '@hub/decider';
import { slice } from './application.js';

export interface Invite {
  readonly personId: string;
  readonly role: Exclude<TeamRole, 'lead'>;
}

/** Policy: an invitation ends after a fortnight. */
const invitationDays = 14;

export const invitationEnd = (now: Date): string =>
  new Date(now.getTime() + invitationDays * 24 * 3600 * 1000).toISOString();

/** The project lead invites somebody into the team. */
export const invite = slice({
  name: 'invite',
  by: ['lead'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide({ personId, role }: Invite, state, { now, newId }) {
    const known = [...state.team, ...state.invitations.filter(({ expiresAt }) => expiresAt > now.toISOString())];
    if (known.some((member) => member.personId === personId)) return refuse('already-in-team');
    const expiresAt = invitationEnd(now);
    return [{ type: 'member-invited', invitationId: newId(), personId, role, expiresAt }];
  },
});
