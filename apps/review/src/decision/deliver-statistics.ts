import { actorId, refuse } from '@hub/decider';
import { slice } from '../case/case.js';
import type { StatisticsRow } from './decision.events.js';
import { faultsOf } from './small-cells.js';

export interface DeliverStatistics {
  readonly reference: string;
  /** The column that counts persons. */
  readonly countColumn: string;
  readonly rows: readonly StatisticsRow[];
}

/** The answer to a request for statistics: aggregates only, no count under the threshold (Regulation (EU) 2025/327, art. 69). */
export const deliverStatistics = slice({
  name: 'deliver-statistics',
  by: ['officer'],
  in: ['STATISTICS_AWAITED'],
  decide({ reference, countColumn, rows }: DeliverStatistics, _state, { actor, now }) {
    const uncounted = rows.findIndex((row) => !Number.isInteger(row[countColumn]) || Number(row[countColumn]) < 0);
    if (uncounted >= 0) return refuse('row-without-count', { row: uncounted + 1, countColumn });
    const cells = faultsOf(countColumn, rows);
    if (cells.length > 0) return refuse('small-cells', { cells });
    return [{ type: 'statistics-delivered', at: now.toISOString(), by: actorId(actor), reference, countColumn, rows }];
  },
});
