/** Access procedures as data: phases, who acts, clocks, which decision comes out. Pure. */

import { europeanWithFindings } from './criteria.js';
import { europeanAccelerated, europeanAccess, europeanDataRequest, europeanTrustedHolder } from './european.js';
import { frenchAuthorisation, frenchReferenceMethodology } from './french.js';
import { askingPartiesAndUse } from './parts.js';
import type { Procedure } from './procedure.js';

export { afterThePermit, type LaterLimit } from './after-the-permit.js';
export { clocksOfPhase, isInternal } from './internal-limits.js';
export * from './procedure.js';
export { proceduresInFile } from './procedures-file.config.js';
export { revisedBy } from './revisions.js';
export { type Inconsistency, inconsistenciesOf } from './soundness.js';

/** Every version that an application or a case may still be under. One is never removed. */
export const declaredProcedures: readonly Procedure[] = [
  frenchAuthorisation,
  askingPartiesAndUse(frenchAuthorisation),
  frenchReferenceMethodology,
  europeanAccess,
  askingPartiesAndUse(europeanAccess),
  europeanAccelerated,
  askingPartiesAndUse(europeanAccelerated),
  europeanDataRequest,
  europeanTrustedHolder,
  askingPartiesAndUse(europeanTrustedHolder),
  ...europeanWithFindings,
];

/** The procedures that a service knows: looked up by id and version, the newest for what begins now. */
export class Procedures {
  constructor(private readonly all: readonly Procedure[] = declaredProcedures) {}

  /** The newest version of each, in the order of declaration. */
  current(): readonly Procedure[] {
    return this.all.filter((one) => this.newest(one.id) === one);
  }

  newest(id: string): Procedure | undefined {
    return this.all.filter((one) => one.id === id).reduce<Procedure | undefined>(later, undefined);
  }

  /** One version; nothing where it is not declared. */
  declared(id: string, version: number): Procedure | undefined {
    return this.all.find((one) => one.id === id && one.version === version);
  }

  /** @throws Error when a version is no longer declared although something is under it */
  of({ id, version }: { readonly id: string; readonly version: number }): Procedure {
    const found = this.declared(id, version);
    if (!found)
      throw new Error(`the procedure ${id} version ${version} is no longer declared, but something is under it`);
    return found;
  }
}

const later = (best: Procedure | undefined, one: Procedure) => (best && best.version > one.version ? best : one);
