import type { Role } from '@hub/contracts';
import type { Dossier } from './dossier.js';

/** As much of the person who looks as it takes. */
export interface Viewer {
  readonly id: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** Who may see dossiers of others at all. */
const staffRoles: readonly Role[] = [
  'hub_officer',
  'auditor',
  'authority_officer',
  'committee_member',
  'committee_president',
  'data_holder',
];

export const isStaff = (viewer: Viewer): boolean =>
  viewer.roles.some((role) => (staffRoles as readonly string[]).includes(role));

/** Whether the dossier exists for this person: the same as for the review itself, so that no road leads around it. */
export function visibleTo(dossier: Dossier, viewer: Viewer): boolean {
  if (dossier.status === 'DELETED') return false;
  const inTeam = dossier.team.filter(({ personId }) => personId === viewer.id);
  // Nobody examines their own project, and a person acts for one organisation at a time.
  if (inTeam.length > 0) return inTeam.some(({ organisationId }) => organisationId === viewer.organisation);
  if (dossier.status === 'DRAFT' || dossier.status === 'UNKNOWN') return false;
  // A member with an interest learns nothing more, whatever other role they hold.
  if (dossier.recused.includes(viewer.id)) return false;
  const has = (...roles: readonly Role[]) => roles.some((role) => viewer.roles.includes(role));
  if (has('hub_officer', 'auditor')) return true;
  if (dossier.withAuthority && has('authority_officer')) return true;
  // Neither the committee nor the holders look at an application of their own organisation.
  if ([dossier, ...dossier.team].some(({ organisationId }) => organisationId === viewer.organisation)) return false;
  if (has('data_holder') && dossier.holderIds?.includes(viewer.organisation)) return true;
  return dossier.withCommittee && has('committee_member', 'committee_president');
}
