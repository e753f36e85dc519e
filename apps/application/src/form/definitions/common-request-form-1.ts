import type { Field, Form, Section } from '../form.js';
import * as ask from './fields.js';
import { help, option, optional, when } from './fields.js';
import {
  additional,
  applicant,
  confirmations,
  dataSources,
  payment,
  publicInformation,
  purposeFields,
} from './shared-sections.js';

/*
 * The common request form: an answer in anonymous statistics (Regulation (EU) 2025/327, art. 69). Sections 1 to 6,
 * then 7 additional information and 8 confirmations, as TEHDAS2 D6.4 exchanges it.
 */

const purpose: Section = {
  key: 'purpose',
  number: 5,
  title: { en: 'Purpose', fr: 'Finalité' },
  fields: [...purposeFields, ask.longText('use', 'How the statistics will be used', 'Usage prévu des statistiques')],
};

/** One table of the answer. */
const table: readonly Field[] = [
  ask.text('title', 'Title of the table', 'Titre du tableau'),
  ask.longText('population', 'Population counted', 'Population dénombrée'),
  ask.text('rows', 'Broken down in rows by', 'Ventilé en lignes par'),
  ask.text('columns', 'Broken down in columns by', 'Ventilé en colonnes par', optional),
  ask.choice('measure', 'Measure', 'Mesure', [
    option('count', 'Number of persons', 'Nombre de personnes'),
    option('sum', 'Sum', 'Somme'),
    option('mean', 'Mean', 'Moyenne'),
    option('quantiles', 'Quantiles', 'Quantiles'),
    option('other', 'Another one', 'Une autre'),
  ]),
  ask.text('measuredVariable', 'Of which variable', 'De quelle variable', when('measure', 'sum', 'mean', 'quantiles')),
  ask.text('otherMeasure', 'Which one', 'Laquelle', when('measure', 'other')),
];

const data: Section = {
  key: 'data',
  number: 6,
  title: { en: 'Data and tabulation plan', fr: 'Données et plan de tableaux' },
  fields: [
    ask.longText('inclusion', 'Inclusion criteria', "Critères d'inclusion"),
    ask.longText('exclusion', 'Exclusion criteria', "Critères d'exclusion", optional),
    ask.group('tabulationPlan', 'Tabulation plan', 'Plan de tableaux', table, {
      least: 1,
      most: 50,
      ...help('One row for each table of the answer.', 'Une ligne par tableau de la réponse.'),
    }),
    ask.choice('format', 'Format of the answer', 'Format de la réponse', [
      option('csv', 'CSV', 'CSV'),
      option('xlsx', 'Spreadsheet', 'Tableur'),
    ]),
  ],
};

export const commonRequestForm1: Form = {
  id: 'common-request-form',
  version: 1,
  sections: [
    dataSources,
    publicInformation,
    applicant,
    payment,
    purpose,
    data,
    additional(7),
    confirmations(8, ask.confirmed('noReidentification', 'Nobody will be identified', 'Personne ne sera réidentifié')),
  ],
};
