import type { Parties } from '../interests/conflicts.js';
import type { CaseFile } from './case.js';

/** Whom a declaration of interests can name: the team, its organisations, sponsors and others with a part. */
export function partiesTo({
  team,
  organisationId,
  parties = [],
}: Pick<CaseFile, 'team' | 'organisationId' | 'parties'>): Parties {
  return {
    people: team.map(({ personId }) => personId),
    organisations: [
      organisationId,
      ...team.map((member) => member.organisationId),
      ...parties.flatMap((party) => party.organisationId ?? []),
    ],
    names: parties.map(({ name }) => name),
  };
}
