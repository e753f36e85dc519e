import type { Role } from '@hub/contracts';

/** What an organisation is in the procedures. */
export const organisationKinds = [
  'hub',
  'state',
  'authority',
  'access-body',
  'committee',
  'general-assembly',
  'college',
  'insurer',
  'hospital',
  'registry',
  'research',
  'university',
  'patients',
  'industry',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Bodies that decide as a body: who sits on them is public. */
const governing: Readonly<Partial<Record<OrganisationKind, readonly Role[]>>> = {
  committee: ['committee_member', 'committee_president'],
  'general-assembly': ['body_member', 'body_president', 'body_vice_president'],
  college: ['body_member', 'body_president', 'body_vice_president'],
};

/** Kinds that are public bodies unless somebody says otherwise. */
const publicKinds: readonly OrganisationKind[] = ['hub', 'state', 'authority', 'access-body', 'committee'];

/** The seats of such a body, by the role that holds them; none for an organisation that is no governing body. */
export const seatRolesOf = (kind: OrganisationKind): readonly Role[] => governing[kind] ?? [];

export const isPublicByKind = (kind: OrganisationKind): boolean => publicKinds.includes(kind);

/** Roles whose holder votes: they belong to bodies of their kind, and nobody votes in another's place. */
export const votingRoles: readonly Role[] = [...new Set(Object.values(governing).flat())];
