import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id, Instant, TeamRole } from '../shapes.js';

const on = eventsOn('hub.application.application.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';

export const ApplicationLinkInvited = on(
  'application.application.link-invited.v1',
  'Somebody was invited into the team by a link that can be used once; neither the link nor the address is told.',
  { applicationId: Id, invitationId: Id, role: TeamRole, expiresAt: Instant },
  { applicationId, invitationId: 'i-2', role: 'member', expiresAt: '2026-03-16T09:00:00.000Z' },
);
export const ApplicationInvitationRecalled = on(
  'application.application.invitation-recalled.v1',
  'The project lead took an invitation back.',
  { applicationId: Id, invitationId: Id },
  { applicationId, invitationId: 'i-2' },
);
export const ApplicationLeadHandedOver = on(
  'application.application.lead-handed-over.v1',
  'Another member of the team is project lead from now on; the former one stays a member.',
  { applicationId: Id, fromId: Id, toId: Id, organisationId: Type.String({ minLength: 1, maxLength: 200 }) },
  { applicationId, fromId: 'claire', toId: 'david', organisationId: 'inserm' },
);

export const teamEvents = [ApplicationLinkInvited, ApplicationInvitationRecalled, ApplicationLeadHandedOver] as const;
