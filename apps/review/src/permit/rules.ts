import type { Limit } from '@hub/clock';
import { clockOf, type PermitRules, type Procedures } from '@hub/procedures';
import type { PermitContent } from './document.js';

/** The declared procedures, as a fact for rules: a permit stays under the version that it was decided under. */
export interface Declared {
  readonly procedures: Procedures;
}

/** What the permit's procedure says of permits. */
export function permitRulesOf({ procedure }: PermitContent, procedures: Procedures): PermitRules {
  const { id, version, permit } = procedures.of(procedure);
  if (!permit) throw new Error(`the procedure ${id} version ${version} leads to no permit, but a permit is under it`);
  return permit;
}

/** How long a revocation can be appealed. */
export const appealLimitOf = ({ procedure }: PermitContent, procedures: Procedures): Limit =>
  clockOf(procedures.of(procedure), 'APPEAL').limit;
