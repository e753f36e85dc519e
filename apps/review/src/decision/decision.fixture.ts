import { type Actor, storyTime } from '@hub/decider';
import { clockOf, type Procedure } from '@hub/procedures';
import type { CaseEvent } from '../case/case.events.js';
import { at, opened, person, procedures } from '../case/case.fixture.js';
import { started } from '../clocks/running.js';

/** Cases on the authority's table under procedures other than the French one. */

export const authority2: Actor = person('authority-2', 'hdh', 'authority_officer');

export const datasets = ['snds-dcir', 'cohort'].map((datasetId) => ({
  datasetId,
  tables: [{ table: 'T', columns: ['a'] }],
}));
export const twoDatasets = { datasets, period: { from: '2019-01-01', to: '2019-12-31' } };

const declared = (id: string): Procedure => procedures.of({ id, version: 1 });

/** Opened and found complete: the authority decides next. */
export function onTheTable(id: 'EU_ACCESS' | 'EU_DATA_REQUEST' | 'FR_AUTHORISATION'): CaseEvent[] {
  const clocks = started({}, 'AUTHORITY_DECISION', storyTime, clockOf(declared(id), 'AUTHORITY_DECISION').limit);
  const begun = { ...opened, procedure: { id, version: 1 }, scope: twoDatasets, clocks: {} } as CaseEvent;
  return [begun, { type: 'authority-seized', at, clocks }];
}
