import type { Form, Section } from '../form.js';
import { dataAsked } from './data-section.js';
import * as ask from './fields.js';
import { help, option, when } from './fields.js';
import { processing } from './processing-section.js';
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
 * The common application form with every item of the annex of TEHDAS2 D6.3. The binding form awaits the Commission's
 * implementing act (Regulation (EU) 2025/327, art. 70); it will be a version beside this one.
 */

const purpose: Section = {
  key: 'purpose',
  number: 5,
  title: { en: 'Purpose', fr: 'Finalité' },
  fields: [
    ...purposeFields,
    ask.longText('qualifications', "Team's qualifications", "Qualifications de l'équipe"),
    ask.longText('plan', 'Analysis plan', "Plan d'analyse"),
    ask.choice('form', 'Form of the data', 'Forme des données', [
      option('anonymised', 'Anonymised', 'Anonymisées'),
      option('pseudonymised', 'Pseudonymised', 'Pseudonymisées'),
    ]),
    ask.longText(
      'pseudonymisedGround',
      'Why anonymised data do not suffice',
      'Pourquoi des données anonymisées ne suffisent pas',
      { ...when('purpose.form', 'pseudonymised'), ...help('Article 68(1)(c).', 'Article 68(1)(c).') },
    ),
    ask.yesNo('ethicsAssessed', 'Has an ethics committee assessed it?', 'Un comité d’éthique l’a-t-il évalué ?'),
    ask.longText('ethicsAssessment', 'Which committee, when, with what result', 'Quel comité, quand, quel avis', {
      ...when('purpose.ethicsAssessed', true),
    }),
  ],
};

const otherData: Section = {
  key: 'otherData',
  number: 7,
  title: { en: 'Other data to combine', fr: 'Autres données à combiner' },
  fields: [
    ask.yesNo('combined', 'Are other data combined?', "D'autres données sont-elles combinées ?"),
    ask.group(
      'sources',
      'Which data',
      'Lesquelles',
      [
        ask.text('name', 'Name', 'Nom'),
        ask.text('holder', 'Holder', 'Détenteur'),
        ask.yesNo('personal', 'Personal data?', 'Données personnelles ?'),
        ask.longText('legalGround', 'Ground on which they are held', 'Base sur laquelle elles sont détenues', {
          ...when('personal', true),
        }),
        ask.longText('method', 'How they are combined', 'Comment elles sont combinées'),
      ],
      { least: 1, most: 30, ...when('otherData.combined', true) },
    ),
  ],
};

export const commonAccessForm2: Form = {
  id: 'common-access-form',
  version: 2,
  sections: [
    dataSources,
    publicInformation,
    applicant,
    payment,
    purpose,
    dataAsked,
    otherData,
    processing,
    additional(9),
    confirmations(
      10,
      ask.confirmed('noReidentification', 'Nobody will be identified', 'Personne ne sera réidentifié'),
      ask.confirmed('resultsPublished', 'Results are published within 18 months', 'Résultats publiés sous 18 mois'),
      ask.confirmed('findingsReported', 'Significant findings are reported', 'Découvertes significatives signalées'),
    ),
  ],
};
