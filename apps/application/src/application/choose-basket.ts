import type { DatasetSelection } from '@hub/contracts';
import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';
import { type Basket, slice } from './application.js';
import { onlyMarkedFieldsChange } from './save-answers.js';

/** What the catalogue offers of a dataset: the columns by table. */
export interface OfferedDataset {
  readonly datasetId: string;
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

export interface CatalogueFacts {
  /** The datasets of the basket that the catalogue offers now. */
  readonly offered: readonly OfferedDataset[];
}

/** Somebody of the team chooses what is asked for, down to the columns. */
export const chooseBasket = slice({
  name: 'choose-basket',
  by: ['lead', 'member'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide(basket: Basket, state, { offered }: CatalogueFacts) {
    const refusal = firstRefusal(onlyMarkedFieldsChange(state, ['dataSources']), ...basketRefusals(basket, offered));
    return refusal ?? [{ type: 'basket-chosen', basket }];
  },
});

/** Everything that is wrong with a basket. */
export const basketRefusals = (basket: Basket, offered: readonly OfferedDataset[]): Refusal<RefusalCode>[] =>
  [everythingIsOffered(basket.datasets, offered), periodRunsForward(basket), populationIsInBasket(basket)].filter(
    (refusal) => refusal !== undefined,
  );

function everythingIsOffered(
  datasets: readonly DatasetSelection[],
  offered: readonly OfferedDataset[],
): Refusal<RefusalCode> | undefined {
  const unknown = datasets.flatMap(({ datasetId, tables }) => {
    const dataset = offered.find((candidate) => candidate.datasetId === datasetId);
    if (!dataset) return [datasetId];
    return tables.flatMap(({ table, columns }) => {
      const known = dataset.tables[table];
      if (!known) return [`${datasetId}/${table}`];
      return columns.filter((column) => !known.includes(column)).map((column) => `${datasetId}/${table}/${column}`);
    });
  });
  return unknown.length > 0 ? refuse('not-in-catalogue', { unknown }) : undefined;
}

function periodRunsForward({ period }: Basket): Refusal<RefusalCode> | undefined {
  return period.from > period.to ? refuse('period-reversed', period) : undefined;
}

/** Persons are selected by a column that the applicant has asked for: a selection must not reach beyond the basket. */
function populationIsInBasket({ datasets, population }: Basket): Refusal<RefusalCode> | undefined {
  if (!population) return undefined;
  const { datasetId, table, column } = population;
  const inside = datasets.some(
    (dataset) =>
      dataset.datasetId === datasetId &&
      dataset.tables.some((selection) => selection.table === table && selection.columns.includes(column)),
  );
  return inside ? undefined : refuse('population-outside-basket', { place: `${datasetId}/${table}/${column}` });
}
