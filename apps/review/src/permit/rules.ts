import type { Limit } from '@hub/clock';
import { clockOf, type PermitRules, type Procedure, Procedures } from '@hub/procedures';
import type { PermitContent } from './document.js';

const procedures = new Procedures();

const procedureOf = ({ procedure }: PermitContent): Procedure => procedures.of(procedure);

/** What the procedure says of permits: the version it was decided under, for as long as the permit lives. */
export function permitRulesOf(content: PermitContent): PermitRules {
  const { id, version, permit } = procedureOf(content);
  if (!permit) throw new Error(`the procedure ${id} version ${version} leads to no permit, but a permit is under it`);
  return permit;
}

/** How long a revocation can be appealed. */
export const appealLimitOf = (content: PermitContent): Limit => clockOf(procedureOf(content), 'APPEAL').limit;
