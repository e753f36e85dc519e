import { type Context, refuse } from '@hub/decider';
import type { Procedures } from '@hub/procedures';
import { slice } from './case.js';

export interface Redirect {
  /** The procedure that applies. */
  readonly procedure: string;
  readonly reasons: string;
}

/** Another procedure applies: the case ends here, the applicant begins there. */
export const redirect = slice({
  name: 'redirect',
  by: ['officer'],
  in: ['PRE_SCREENING'],
  decide(
    { procedure: to, reasons }: Redirect,
    { file },
    { now, procedures }: Context & { readonly procedures: Procedures },
  ) {
    if (to === file.procedure.id) return refuse('same-procedure', { procedure: to });
    if (!procedures.newest(to)) {
      return refuse('no-such-procedure', { procedure: to, known: procedures.current().map(({ id }) => id) });
    }
    return [{ type: 'redirected', at: now.toISOString(), to, reasons }];
  },
});
