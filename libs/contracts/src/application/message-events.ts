import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const on = eventsOn('hub.application.message.v1');

export const ApplicationMessageSent = on(
  'application.message.sent.v1',
  'The team wrote to who examines the application, or the other way round; the text stays with the application service.',
  {
    applicationId: Id,
    messageId: Id,
    fromSide: Type.Union([Type.Literal('applicant'), Type.Literal('officer'), Type.Literal('authority')]),
    /** The field of the form that it is pinned to. */
    field: Type.Optional(Type.String()),
  },
  {
    applicationId: '0197a3c0-0000-7000-8000-000000000001',
    messageId: '0197a3c0-0000-7000-8000-00000000000b',
    fromSide: 'officer',
    field: 'purpose.expectedBenefit',
  },
);

export const messageEvents = [ApplicationMessageSent] as const;
