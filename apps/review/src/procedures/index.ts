import { frenchAuthorisation } from './french-authorisation.js';
import type { Procedure } from './procedure.js';

export * from './procedure.js';

/** Every version that a case may still be under. */
const procedures: readonly Procedure[] = [frenchAuthorisation];

/** The newest version of the procedure that an application was submitted under. */
export const currentProcedure = (id: string): Procedure | undefined =>
  procedures.filter((procedure) => procedure.id === id).sort((a, b) => b.version - a.version)[0];

/** The procedure of a case: the version it was opened under, for as long as it lives. */
export function procedureOf({ id, version }: { readonly id: string; readonly version: number }): Procedure {
  const found = procedures.find((procedure) => procedure.id === id && procedure.version === version);
  if (!found) throw new Error(`the procedure ${id} version ${version} is no longer declared, but a case is under it`);
  return found;
}
