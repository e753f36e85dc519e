import type { TeamMember, TeamRole } from '@hub/contracts';
import type { Content, WithContent } from '../application/application.js';

/** An invitation by a link; of its secret only the SHA-256 is kept. */
export interface LinkInvitation {
  readonly invitationId: string;
  readonly role: TeamRole;
  readonly secretHash: string;
  readonly expiresAt: string;
}

export type TeamEvent =
  | ({ type: 'link-invited' } & LinkInvitation)
  | { type: 'invitation-recalled'; invitationId: string }
  | { type: 'lead-handed-over'; from: string; to: string };

export function teamChanged<State extends WithContent>(state: State, event: TeamEvent): State {
  switch (event.type) {
    case 'link-invited': {
      const { type: _type, ...link } = event;
      return { ...state, links: [...state.links, link] };
    }
    case 'invitation-recalled':
      return {
        ...state,
        links: withoutLink(state, event.invitationId),
        invitations: state.invitations.filter(({ invitationId }) => invitationId !== event.invitationId),
      };
    case 'lead-handed-over':
      return { ...state, leadId: event.to, team: state.team.map((member) => inNewRole(member, event)) };
  }
}

export const withoutLink = ({ links }: Pick<Content, 'links'>, used: string): LinkInvitation[] =>
  links.filter(({ invitationId }) => invitationId !== used);

function inNewRole(member: TeamMember, { from, to }: { from: string; to: string }): TeamMember {
  if (member.personId === to) return { ...member, role: 'lead' };
  return member.personId === from ? { ...member, role: 'member' } : member;
}
