import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const onOrganisation = eventsOn('hub.directory.organisation.v1');

export const OrganisationAmended = onOrganisation(
  'directory.organisation.amended.v1',
  'What the directory holds on an organisation was corrected; this is how it stands now.',
  {
    organisationId: Id,
    kind: Type.String(),
    publicBody: Type.Boolean(),
    /** ISO 3166-1, two letters. */
    country: Type.String(),
    parentId: Type.Optional(Id),
  },
  { organisationId: 'inserm', kind: 'research', publicBody: true, country: 'FR' },
);
export const OrganisationClosed = onOrganisation(
  'directory.organisation.closed.v1',
  'An organisation is no more: nobody acts for it from now on, and its mandates end.',
  { organisationId: Id },
  { organisationId: 'inserm' },
);
export const OrganisationComposed = onOrganisation(
  'directory.organisation.composed.v1',
  'The seats of a governing body were set.',
  {
    organisationId: Id,
    seats: Type.Array(
      Type.Object({
        role: Type.String(),
        number: Type.Integer({ minimum: 1 }),
        /** Longest term of office; without it a mandate may be until further notice. */
        termYears: Type.Optional(Type.Integer({ minimum: 1 })),
        /** How often the same person may follow themselves; without it as often as the body likes. */
        renewals: Type.Optional(Type.Integer({ minimum: 0 })),
      }),
    ),
  },
  { organisationId: 'cesrees', seats: [{ role: 'committee_president', number: 1, termYears: 3, renewals: 1 }] },
);

export const organisationChanges = [OrganisationAmended, OrganisationClosed, OrganisationComposed] as const;
