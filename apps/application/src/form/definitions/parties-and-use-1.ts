import type { Field } from '../form.js';
import type { FormAddition } from '../forms.js';
import * as ask from './fields.js';
import { help, option, optional, when } from './fields.js';

/*
 * What the hub asks beside the common form, so that rules can read it: the organisations behind a project, which
 * declarations of interests are matched with, and its use of the data in the terms of the GA4GH Data Use Ontology.
 */

const party: readonly Field[] = [
  ask.text('name', 'Name', 'Nom', { maxWords: 20 }),
  ask.text('organisationId', 'Its id in the directory', "Son identifiant dans l'annuaire", {
    ...optional,
    maxWords: 1,
    ...help('Where it has one.', "S'il en a un."),
  }),
  ask.choice('role', 'Its part', 'Son rôle', [
    option('sponsor', 'Sponsor', 'Promoteur'),
    option('funder', 'Funder', 'Financeur'),
    option('controller', 'Controller', 'Responsable de traitement'),
    option('implementer', 'Implementer', 'Responsable de mise en œuvre'),
    option('processor', 'Processor', 'Sous-traitant'),
  ]),
];

export const partiesAndUse1: FormAddition = {
  id: 'parties-and-use',
  version: 1,
  body: 'hdh',
  sections: [],
  fields: {
    applicant: [
      ask.yesNo('notForProfit', 'Not-for-profit organisation?', 'Organisme sans but lucratif ?'),
      ask.yesNo(
        'sponsored',
        'Do other organisations sponsor, fund or carry out the project?',
        "D'autres organismes promeuvent-ils, financent-ils ou réalisent-ils le projet ?",
      ),
      ask.group('parties', 'Which organisations', 'Quels organismes', party, {
        least: 1,
        most: 50,
        ...when('applicant.sponsored', true),
        ...help(
          'Members of the committee with a tie to one of them do not take part.',
          "Les membres du comité qui ont un lien avec l'un d'eux ne prennent pas part.",
        ),
      }),
    ],
    purpose: [
      ask.yesNo('commercial', 'Is the use commercial?', "L'usage est-il commercial ?"),
      ask.yesNo('diseaseStudied', 'Are certain diseases studied?', 'Certaines maladies sont-elles étudiées ?'),
      ask.group('diseases', 'Which diseases', 'Quelles maladies', [ask.disease('code', 'Code', 'Code')], {
        least: 1,
        most: 50,
        ...when('purpose.diseaseStudied', true),
        ...help('Codes of MONDO or ICD-10.', 'Codes MONDO ou CIM-10.'),
      }),
      ask.yesNo('genetic', 'Is it a genetic study?', "S'agit-il d'une étude génétique ?"),
      ask.choice('ancestry', 'Population origins or ancestry', 'Origines des populations ou ascendance', [
        option('none', 'Not studied', 'Non étudiées'),
        option('among-others', 'Studied, among other subjects', "Étudiées, parmi d'autres sujets"),
        option('only', 'The only subject', 'Seul sujet'),
      ]),
      ask.yesNo(
        'methods',
        'Are methods or algorithms developed?',
        'Des méthodes ou des algorithmes sont-ils développés ?',
      ),
      ask.choices(
        'undertakings',
        'What the applicant undertakes',
        'Engagements du demandeur',
        [
          option('publication', 'To publish the results', 'Publier les résultats'),
          option('moratorium', 'To publish only after the day set', "Ne publier qu'après la date fixée"),
          option('collaboration', 'To work with who collected the data', 'Collaborer avec qui a recueilli les données'),
          option('return', 'To return derived data', 'Restituer les données dérivées'),
        ],
        { ...optional, ...help('Some datasets ask for it.', "Certains jeux de données l'exigent.") },
      ),
    ],
    processing: [
      ask.group(
        'places',
        'Countries in which the data are used',
        'Pays dans lesquels les données sont utilisées',
        [ask.country('country', 'Country', 'Pays')],
        { least: 1, most: 30 },
      ),
    ],
  },
};
