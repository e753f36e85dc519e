import type { DataScope } from '@hub/contracts';
import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { CaseFile } from '../case/case.js';
import type { DatasetDecision } from './decision.events.js';

type Fault =
  | 'partial-not-foreseen'
  | 'each-dataset-once'
  | 'no-dataset-granted'
  | 'dataset-refused-without-reasons'
  | 'population-of-refused-dataset';

/** Why the datasets cannot be decided on one by one like this; nothing where they can. */
export function partialFault(file: CaseFile, decisions: readonly DatasetDecision[]): Refusal<Fault> | undefined {
  const asked = file.scope.datasets.map(({ datasetId }) => datasetId);
  const decided = decisions.map(({ datasetId }) => datasetId);
  const once = decided.length === asked.length && asked.every((id) => decided.includes(id));
  const refused = decisions.filter(({ decision }) => decision === 'REFUSED');
  const silent = refused.filter(({ reasons }) => !reasons).map(({ datasetId }) => datasetId);
  const population = refused.find(({ datasetId }) => datasetId === file.scope.population?.datasetId);
  return firstRefusal<Fault>(
    refused.length > 0 && !file.procedure.decision.partial ? refuse('partial-not-foreseen') : undefined,
    once ? undefined : refuse('each-dataset-once', { datasets: asked }),
    refused.length === decisions.length ? refuse('no-dataset-granted') : undefined,
    silent.length > 0 ? refuse('dataset-refused-without-reasons', { datasets: silent }) : undefined,
    population ? refuse('population-of-refused-dataset', { dataset: population.datasetId }) : undefined,
  );
}

/** Exactly the data that were granted. */
export function grantedScope(scope: DataScope, decisions: readonly DatasetDecision[] | undefined): DataScope {
  if (!decisions) return scope;
  const granted = decisions.filter(({ decision }) => decision === 'GRANTED').map(({ datasetId }) => datasetId);
  return { ...scope, datasets: scope.datasets.filter(({ datasetId }) => granted.includes(datasetId)) };
}
