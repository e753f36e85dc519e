import type { Field, Section } from '../form.js';
import * as ask from './fields.js';
import { help, option, optional, when } from './fields.js';

/** Section 6 of the access form: who the data are about. */

const cohort: readonly Field[] = [
  ask.text('name', 'Name of the cohort', 'Nom de la cohorte'),
  ask.date('from', 'First day of inclusion', "Premier jour d'inclusion"),
  ask.date('to', 'Last day of inclusion', "Dernier jour d'inclusion"),
  ask.longText('inclusion', 'Inclusion criteria', "Critères d'inclusion"),
  ask.longText('exclusion', 'Exclusion criteria', "Critères d'exclusion", optional),
  ask.number('size', 'Expected number of persons', 'Nombre attendu de personnes', { min: 1 }),
  ask.choice('sampling', 'Sampling', 'Échantillonnage', [
    option('all', 'Everybody who meets the criteria', 'Toutes les personnes répondant aux critères'),
    option('random', 'A random sample', 'Un échantillon aléatoire'),
    option('other', 'Another way', 'Une autre méthode'),
  ]),
  ask.longText('samplingMethod', 'How the sample is drawn', "Mode de tirage de l'échantillon", {
    ...when('sampling', 'random', 'other'),
  }),
];

const controls: readonly Field[] = [
  ask.longText('inclusion', 'Who can be a control', 'Qui peut être témoin'),
  ask.longText('matching', 'How controls are matched', "Mode d'appariement des témoins"),
  ask.number('perCase', 'Controls for each case', 'Témoins par cas', { min: 1, max: 100 }),
];

const withControls = when('data.controls', true);
const withRelatives = when('data.relatives', true);

export const dataAsked: Section = {
  key: 'data',
  number: 6,
  title: { en: 'Data', fr: 'Données' },
  fields: [
    ask.yesNo('linkage', 'Are sources linked?', 'Des sources sont-elles appariées ?'),
    ask.longText('linkageMethod', 'How they are linked', "Méthode d'appariement", when('data.linkage', true)),
    ask.group('cohorts', 'Cohorts', 'Cohortes', cohort, {
      least: 1,
      most: 20,
      ...help('One row for each population.', 'Une ligne par population.'),
    }),
    ask.yesNo('controls', 'Are there controls?', 'Y a-t-il des témoins ?'),
    ask.group('controlGroups', 'Control groups', 'Groupes témoins', controls, { least: 1, most: 20, ...withControls }),
    ask.yesNo('relatives', 'Are data of relatives needed?', 'Faut-il des données de proches ?'),
    ask.longText('relativesGround', 'Which relatives, and why', 'Quels proches, et pourquoi', withRelatives),
    ask.choice('frequency', 'Extraction', 'Extraction', [
      option('once', 'Once', 'Une fois'),
      option('yearly', 'Every year', 'Chaque année'),
      option('other', 'Otherwise', 'Autre'),
    ]),
    ask.text('frequencyOther', 'How often', 'À quelle fréquence', when('data.frequency', 'other')),
  ],
};
