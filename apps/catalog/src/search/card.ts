import { conceptKey } from '../description/authority-lists.js';
import type { AccessRight, DatasetDescription } from '../description/dataset-description.js';
import type { Texts } from '../description/texts.js';

/** What a page of results shows of a dataset, stored beside what finds it. */
export interface Card {
  readonly title: Texts;
  readonly description: Texts;
  readonly holder: { readonly id: string; readonly name: Texts };
  readonly accessRights?: AccessRight;
  readonly healthCategories: readonly string[];
  readonly tables: number;
  readonly variables: number;
  readonly numberOfRecords?: number;
  readonly numberOfUniqueIndividuals?: number;
}

const longest = 1_000;

export function cardOf(description: DatasetDescription, holderId: string): Card {
  const { accessRights, numberOfRecords, numberOfUniqueIndividuals } = description;
  return {
    title: description.title,
    description: Object.fromEntries(
      Object.entries(description.description).map(([language, text]) => [language, text.slice(0, longest)]),
    ),
    holder: { id: holderId, name: (description.custodian ?? description.publisher)?.name ?? {} },
    ...(accessRights ? { accessRights } : {}),
    healthCategories: description.healthCategories.map(conceptKey),
    tables: description.tables.length,
    variables: variableCount(description),
    ...(numberOfRecords !== undefined ? { numberOfRecords } : {}),
    ...(numberOfUniqueIndividuals !== undefined ? { numberOfUniqueIndividuals } : {}),
  };
}

const variableCount = (description: DatasetDescription): number =>
  description.tables.reduce((sum, table) => sum + table.variables.length, 0);

/**
 * Between 0 and 1: how much a description tells. Orders what matches equally well, so that
 * describing one's data well is worth a holder's while.
 */
export function richness(description: DatasetDescription): number {
  const told = [
    variableCount(description) > 0,
    Object.keys(description.populationCoverage).length > 0,
    description.numberOfUniqueIndividuals !== undefined,
    description.temporal.length > 0,
    description.spatial.length > 0,
    description.codingSystems.length > 0,
    description.samples.length > 0,
    Object.keys(description.title).length > 1,
  ];
  return told.filter(Boolean).length / told.length;
}
