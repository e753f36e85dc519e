import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const onRegister = eventsOn('hub.review.register.v1');
const applicationId = '0197a3c0-0000-7000-8000-000000000001';

export const RegisterEntryPublished = onRegister(
  'review.register.entry-published.v1',
  'The public register shows new texts of an entry; the texts stay with the review service.',
  {
    entryId: Id,
    applicationId: Id,
    caseId: Id,
    about: Type.Union([Type.Literal('RECEPTION'), Type.Literal('DECISION')]),
    /** Names of the texts that are new or differ. */
    changed: Type.Array(Type.String()),
  },
  {
    entryId: applicationId,
    applicationId,
    caseId: '0197a3c0-0000-7000-8000-000000000002',
    about: 'RECEPTION',
    changed: ['title', 'summary'],
  },
);

export const registerEvents = [RegisterEntryPublished] as const;
