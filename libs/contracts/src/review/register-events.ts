import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';

const onRegister = eventsOn('hub.review.register.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const ids = { entryId: Id, applicationId: Id, caseId: Id };
const sample = { entryId: applicationId, applicationId, caseId: '0197a3c0-0000-7000-8000-000000000002' };
const dueAt = '2026-04-14T21:59:59.999Z';

export const RegisterEntryPublished = onRegister(
  'review.register.entry-published.v1',
  'The public register shows new texts of an entry; the texts stay with the review service.',
  {
    ...ids,
    about: Type.Union([Type.Literal('RECEPTION'), Type.Literal('DECISION')]),
    /** Names of the texts that are new or differ. */
    changed: Type.Array(Type.String()),
  },
  { ...sample, about: 'RECEPTION', changed: ['title', 'summary'] },
);
export const RegisterPublicationNear = onRegister(
  'review.register.publication-near.v1',
  'The time to publish a decision in plain words ends soon: the hub is reminded.',
  { ...ids, dueAt: Instant },
  { ...sample, dueAt },
);
export const RegisterPublicationMissed = onRegister(
  'review.register.publication-missed.v1',
  'The time to publish a decision in plain words ended, and it is not published: the entry shows as overdue.',
  { ...ids, dueAt: Instant },
  { ...sample, dueAt },
);

export const registerEvents = [RegisterEntryPublished, RegisterPublicationNear, RegisterPublicationMissed] as const;
