import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';

const on = eventsOn('hub.application.application.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';

export const ApplicationDraftExpiring = on(
  'application.application.draft-expiring.v1',
  'Nobody has changed the draft for long: it expires at this instant unless somebody does.',
  { applicationId: Id, leadId: Id, organisationId: Id, expiresAt: Instant },
  { applicationId, leadId: 'claire', organisationId: 'inserm', expiresAt: '2026-08-29T09:00:00.000Z' },
);
export const ApplicationDraftExpired = on(
  'application.application.draft-expired.v1',
  'The draft expired after the idle time; nothing of it can be read any more.',
  { applicationId: Id, leadId: Id, organisationId: Id },
  { applicationId, leadId: 'claire', organisationId: 'inserm' },
);

export const draftEvents = [ApplicationDraftExpiring, ApplicationDraftExpired] as const;
