import { refuse } from '@hub/decider';
import { procedureOf, procedures } from '../form/procedures.js';
import { slice } from './application.js';

export interface Draft {
  readonly procedure: string;
}

/** An applicant begins an application and becomes its project lead. */
export const draft = slice({
  name: 'draft',
  by: ['applicant'],
  in: ['ABSENT'],
  decide(command: Draft, _state, { actor }) {
    const procedure = procedureOf(command.procedure);
    if (!procedure || actor.kind !== 'person') {
      return refuse('unknown-procedure', { procedure: command.procedure, known: procedures.map(({ id }) => id) });
    }
    const lead = { personId: actor.id, organisationId: actor.organisation, role: 'lead' as const };
    return [{ type: 'drafted', procedure: procedure.id, procedureVersion: procedure.version, lead }];
  },
});
