import type { TeamMember } from '@hub/contracts';
import { hasRole, type Person } from '@hub/decider';
import { type Item, isCleared, isRecused } from './item.js';

/** What an actor can be to a case. */
export const caseRelations = [
  'lead',
  'team',
  'officer',
  'undeclared',
  'member',
  'rapporteur',
  'president',
  'authority',
  'auditor',
  'system',
] as const;
export type CaseRelation = (typeof caseRelations)[number];

/** As much of a case as it takes to know what a person is to it. */
export interface Standing {
  readonly team: readonly TeamMember[];
  readonly organisationId: string;
  readonly item: Item | undefined;
  readonly authoritySees: boolean;
}

/** What a person is to a case; nothing means that it does not exist for them. */
export function relationsTo({ team, organisationId, item, authoritySees }: Standing, person: Person): CaseRelation[] {
  const inTeam = team.filter((member) => member.personId === person.id);
  // Nobody examines their own project, whatever other mandates they hold.
  if (inTeam.length > 0) {
    const own = inTeam.find((member) => member.organisationId === person.organisation);
    return own ? [own.role === 'lead' ? 'lead' : 'team'] : [];
  }
  // A member with an interest neither sees the file nor counts: no other role lets them back in.
  if (item && isRecused(item, person.id)) return [];
  const relations: CaseRelation[] = [];
  if (hasRole(person, 'hub_officer')) relations.push('officer');
  if (hasRole(person, 'auditor')) relations.push('auditor');
  if (authoritySees && hasRole(person, 'authority_officer')) relations.push('authority');
  const ofApplicant = isOfApplicant({ team, organisationId }, person.id, person.organisation);
  return item && !ofApplicant ? [...relations, ...committeeRelations(item, person)] : relations;
}

/** The committee's part: before the declaration of interests nobody reads the file or acts on it. */
function committeeRelations(item: Item, person: Person): CaseRelation[] {
  if (!hasRole(person, 'committee_member', 'committee_president')) return [];
  if (!isCleared(item, person.id)) return ['undeclared'];
  const relations: CaseRelation[] = ['member'];
  if (item.rapporteurs.includes(person.id)) relations.push('rapporteur');
  if (hasRole(person, 'committee_president')) relations.push('president');
  return relations;
}

export const isOfApplicant = (
  { team, organisationId }: Pick<Standing, 'team' | 'organisationId'>,
  personId: string,
  personsOrganisation: string,
): boolean =>
  personsOrganisation === organisationId ||
  team.some((member) => member.personId === personId || member.organisationId === personsOrganisation);
