import type { DataScope, TeamMember } from '@hub/contracts';
import { refuse } from '@hub/decider';
import { started } from '../clocks/running.js';
import { currentProcedure } from '../procedures/index.js';
import { slice } from './case.js';

export interface OpenCase {
  readonly applicationId: string;
  readonly procedure: string;
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly purposes: readonly string[];
  readonly submittedAt: string;
}

/** A submitted application comes up for review. The hub's clock runs from the submission, however late we hear of it. */
export const openCase = slice({
  name: 'open-case',
  by: ['system'],
  in: ['ABSENT'],
  decide({ procedure: id, submittedAt: at, ...content }: OpenCase) {
    const procedure = currentProcedure(id);
    if (!procedure) return refuse('unknown-procedure', { procedure: id });
    const clocks = started({}, 'FORWARD_TO_COMMITTEE', new Date(at), procedure.clocks.FORWARD_TO_COMMITTEE.limit);
    return [{ type: 'opened', at, ...content, procedure: { id, version: procedure.version }, clocks }];
  },
});
