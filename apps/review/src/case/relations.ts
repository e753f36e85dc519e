import type { TeamMember } from '@hub/contracts';
import { hasRole, type Person } from '@hub/decider';
import { type PhaseName, type Procedure, phaseOf } from '@hub/procedures';
import { type Item, isCleared, isRecused } from './item.js';

/** What an actor can be to a case. */
export const caseRelations = [
  'lead',
  'team',
  'officer',
  'holder',
  'consulted',
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
  readonly procedure: Procedure;
  readonly holderIds: readonly string[];
  readonly item: Item | undefined;
  /** Whether the case has come to them. */
  readonly came: { readonly toHolder: boolean; readonly toAuthority: boolean };
}

/** What a person is to a case; nothing means that it does not exist for them. */
export function relationsTo(standing: Standing, person: Person): CaseRelation[] {
  const { team, organisationId, procedure, holderIds, item, came } = standing;
  const inTeam = team.filter((member) => member.personId === person.id);
  // Nobody examines their own project, whatever other mandates they hold.
  if (inTeam.length > 0) {
    const own = inTeam.find((member) => member.organisationId === person.organisation);
    return own ? [own.role === 'lead' ? 'lead' : 'team'] : [];
  }
  // A member with an interest neither sees the file nor counts: no other role lets them back in.
  if (item && isRecused(item, person.id)) return [];
  const relations: CaseRelation[] = [];
  if (acts(person, procedure, 'PRE_SCREENING')) relations.push('officer');
  if (hasRole(person, 'auditor')) relations.push('auditor');
  if (came.toAuthority && acts(person, procedure, 'AUTHORITY_REVIEW')) relations.push('authority');
  const holds = holderIds.includes(person.organisation);
  const ofApplicant = isOfApplicant({ team, organisationId }, person.id, person.organisation);
  // A holder that applies for its own data does not assess itself.
  if (came.toHolder && holds && !ofApplicant && acts(person, procedure, 'HOLDER_ASSESSMENT')) relations.push('holder');
  // A holder remarks while the committee reviews, where the procedure gives it the time to.
  const asked = item && procedure.clocks.HOLDER_REMARKS && holds && !ofApplicant;
  if (asked && hasRole(person, 'data_holder')) relations.push('consulted');
  return item && !ofApplicant ? [...relations, ...committeeRelations(item, procedure, person)] : relations;
}

/** Who acts in a phase is the procedure's to say. */
const acts = (person: Person, procedure: Procedure, phase: PhaseName): boolean =>
  hasRole(person, ...(phaseOf(procedure, phase)?.acts ?? []));

/** The committee's part: before the declaration of interests nobody reads the file or acts on it. */
function committeeRelations(item: Item, procedure: Procedure, person: Person): CaseRelation[] {
  if (!acts(person, procedure, 'COMMITTEE_REVIEW')) return [];
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
