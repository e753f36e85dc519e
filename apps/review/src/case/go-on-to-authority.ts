import { started } from '../clocks/running.js';
import { procedureOf } from '../procedures/index.js';
import { slice } from './case.js';

/** Whatever the opinion, the applicant chooses whether to go on; the choice has no limit. */
export const goOnToAuthority = slice({
  name: 'go-on-to-authority',
  by: ['lead'],
  in: ['APPLICANT_CHOICE'],
  decide(_command: object, { file }, { now }) {
    const { limit } = procedureOf(file.procedure).clocks.AUTHORITY_DECISION;
    return [{ type: 'authority-seized', at: now.toISOString(), clocks: started({}, 'AUTHORITY_DECISION', now, limit) }];
  },
});
