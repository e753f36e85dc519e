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

/** Version 1 is between the team and whoever examines its application; this one is announced of all other threads. */
export const ApplicationMessageSentInThread = on(
  'application.message.sent.v2',
  'Somebody wrote in a thread about the case, to these sides of it; the text stays with the application service.',
  {
    applicationId: Id,
    messageId: Id,
    toApplicant: Type.Boolean(),
    toOfficer: Type.Boolean(),
    toAuthority: Type.Boolean(),
    /** Ids of the data holders' organisations. */
    toHolders: Type.Array(Id),
    field: Type.Optional(Type.String()),
  },
  {
    applicationId: '0197a3c0-0000-7000-8000-000000000001',
    messageId: '0197a3c0-0000-7000-8000-00000000000c',
    toApplicant: false,
    toOfficer: false,
    toAuthority: false,
    toHolders: ['cnam'],
  },
);

export const messageEvents = [ApplicationMessageSent, ApplicationMessageSentInThread] as const;
