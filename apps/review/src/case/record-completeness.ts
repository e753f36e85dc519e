import { started } from '../clocks/running.js';
import { procedureOf } from '../procedures/index.js';
import { slice } from './case.js';

/** The officer finds the file complete: it goes to the committee, whose limit begins (décret 2019-536, art. 88 and 90). */
export const recordCompleteness = slice({
  name: 'record-completeness',
  by: ['officer'],
  in: ['PRE_SCREENING'],
  decide({ urgent }: { urgent: boolean }, { file }, { now }) {
    const procedure = procedureOf(file.procedure);
    const limit = urgent ? procedure.urgentOpinion : procedure.clocks.COMMITTEE_OPINION.limit;
    return [
      { type: 'found-complete', at: now.toISOString(), urgent, clocks: started({}, 'COMMITTEE_OPINION', now, limit) },
    ];
  },
});
