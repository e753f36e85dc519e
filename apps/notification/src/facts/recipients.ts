import { at, type Relation, type Rule } from '../rules/rule.js';
import type { CaseFile } from './case-file.js';

/** A mandate in force, as far as it matters here. */
export interface LiveMandate {
  readonly personId: string;
  readonly organisationId: string;
  readonly role: string;
}

export interface Facts {
  /** Absent for events that belong to no application. */
  readonly file: CaseFile | undefined;
  readonly mandates: readonly LiveMandate[];
  /** The organisations that hold the datasets of the application. */
  readonly holders: readonly string[];
}

const roleOf: Readonly<Partial<Record<Relation, readonly string[]>>> = {
  'hub-officers': ['hub_officer'],
  president: ['committee_president'],
  committee: ['committee_member', 'committee_president'],
  authority: ['authority_officer'],
  engineers: ['workspace_engineer'],
  checkers: ['output_checker'],
  security: ['security_officer'],
  administrators: ['directory_administrator'],
};

/** The people a rule tells, each once. Whoever is recused from a case hears nothing of it, whatever else they are. */
export function recipientsOf({ to }: Pick<Rule, 'to'>, facts: Facts, data: unknown): string[] {
  const recused = facts.file?.recused ?? [];
  const found = to.flatMap((relation) => peopleIn(relation, facts, data));
  return [...new Set(found)].filter((id) => !recused.includes(id));
}

function peopleIn(relation: Relation, facts: Facts, data: unknown): readonly string[] {
  const { file } = facts;
  if (relation.startsWith('data:')) return textsIn(at(data, relation.slice('data:'.length)));
  switch (relation) {
    case 'lead':
      return textsIn(file?.leadId);
    case 'team':
    case 'rapporteurs':
    case 'voters':
    case 'members':
      return file?.[relation] ?? [];
    case 'officer':
      // A case that nobody looks after yet is everybody's.
      return file?.officerId ? [file.officerId] : holdersOfRole(['hub_officer'], facts);
    case 'requester':
      return textsIn(file?.requesters[String(at(data, 'exportId'))]);
    case 'holders':
      return holdersPeople(facts, facts.holders);
    case 'named-holders':
      return holdersPeople(facts, textsIn(at(data, 'toHolders')));
    default:
      return holdersOfRole(roleOf[relation] ?? [], facts);
  }
}

const holdersPeople = ({ mandates }: Facts, organisations: readonly string[]) =>
  mandates
    .filter(({ role, organisationId }) => role === 'data_holder' && organisations.includes(organisationId))
    .map(({ personId }) => personId);

const holdersOfRole = (roles: readonly string[], { mandates }: Facts) =>
  mandates.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId);

/** Ids at a place that holds one, a list of them, or none. */
const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
