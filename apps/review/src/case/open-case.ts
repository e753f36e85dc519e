import type { DataScope, ProjectParty, ProjectUse, TeamMember } from '@hub/contracts';
import { type Context, refuse } from '@hub/decider';
import type { Procedures } from '@hub/procedures';
import { begunWith } from '../clocks/running.js';
import type { DatasetCategories } from './case.events.js';
import { slice } from './case.js';

export interface OpenCase {
  readonly applicationId: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly purposes: readonly string[];
  readonly parties?: readonly ProjectParty[];
  readonly use?: ProjectUse;
  /** The organisations that hold the datasets asked for. */
  readonly holderIds?: readonly string[];
  readonly categories?: readonly DatasetCategories[];
  readonly submittedAt: string;
}

/**
 * A submitted application comes up for review, under the version of the procedure that it was written for. The first
 * clock runs from the submission, however late we hear of it.
 */
export const openCase = slice({
  name: 'open-case',
  by: ['system'],
  in: ['ABSENT'],
  decide(command: OpenCase, _state, { procedures }: Context & { readonly procedures: Procedures }) {
    const { procedure: id, procedureVersion: version, submittedAt: at, holderIds = [], ...content } = command;
    const procedure = procedures.declared(id, version);
    if (!procedure) return refuse('unknown-procedure', { procedure: id, version });
    const clocks = begunWith(procedure, 'PRE_SCREENING', new Date(at));
    const holders = holderIds.length > 0 ? { holderIds } : {};
    return [{ type: 'opened', at, ...content, procedure: { id, version }, ...holders, clocks }];
  },
});
