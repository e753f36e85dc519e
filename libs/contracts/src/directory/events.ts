import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Day, Id } from '../shapes.js';
import { mandateChanges } from './mandate-events.js';
import { organisationChanges } from './organisation-events.js';

export * from './mandate-events.js';
export * from './organisation-events.js';

const onMandate = eventsOn('hub.directory.mandate.v1');
const onOrganisation = eventsOn('hub.directory.organisation.v1');

export const OrganisationRegistered = onOrganisation(
  'directory.organisation.registered.v1',
  'An organisation was entered into the directory.',
  {
    organisationId: Id,
    kind: Type.String(),
    publicBody: Type.Optional(Type.Boolean()),
    /** ISO 3166-1, two letters. */
    country: Type.Optional(Type.String()),
    parentId: Type.Optional(Id),
  },
  { organisationId: 'inserm', kind: 'research' },
);
export const MandateGiven = onMandate(
  'directory.mandate.given.v1',
  'A person may from now on act for an organisation in a role.',
  {
    mandateId: Id,
    personId: Id,
    organisationId: Id,
    role: Type.String(),
    from: Day,
    to: Type.Optional(Day),
    /** What the role is limited to; without it the role holds for all that is the organisation's. */
    scope: Type.Optional(Type.Array(Id)),
    /** The number of the seat of a governing body, where its seats are counted. */
    seat: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { mandateId: 'm-1', personId: 'claire', organisationId: 'inserm', role: 'applicant', from: '2026-01-01' },
);
export const MandateEnded = onMandate(
  'directory.mandate.ended.v1',
  'A mandate ended: whoever gave access on its ground ends it at once.',
  { mandateId: Id, personId: Id, organisationId: Id, role: Type.String() },
  { mandateId: 'm-1', personId: 'claire', organisationId: 'inserm', role: 'applicant' },
);

export const directoryEvents = [
  OrganisationRegistered,
  ...organisationChanges,
  MandateGiven,
  MandateEnded,
  ...mandateChanges,
] as const;
