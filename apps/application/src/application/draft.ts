import { type Context, refuse } from '@hub/decider';
import type { Forms } from '../form/forms.js';
import { slice } from './application.js';

export interface Draft {
  readonly procedure: string;
}

/** What rules that look at answers need to know: the forms of every procedure's version. */
export interface FormFacts {
  readonly forms: Forms;
}

/** An applicant begins an application and becomes its project lead. */
export const draft = slice({
  name: 'draft',
  by: ['applicant'],
  in: ['ABSENT'],
  decide(command: Draft, _state, { actor, forms: { procedures } }: Context & FormFacts) {
    const procedure = procedures.newest(command.procedure);
    if (!procedure || actor.kind !== 'person') {
      const known = procedures.current().map(({ id }) => id);
      return refuse('unknown-procedure', { procedure: command.procedure, known });
    }
    const lead = { personId: actor.id, organisationId: actor.organisation, role: 'lead' as const };
    return [{ type: 'drafted', procedure: procedure.id, procedureVersion: procedure.version, lead }];
  },
});
