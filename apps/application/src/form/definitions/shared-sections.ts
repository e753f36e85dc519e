import type { Field, Section } from '../form.js';
import * as ask from './fields.js';
import { help, option, optional, when } from './fields.js';
import { reservedPurposes } from './purposes.js';

/* Sections that the access form and the request form share. Source: annex of TEHDAS2 D6.3, sections 1 to 5, 9 and 10. */

export const dataSources: Section = {
  key: 'dataSources',
  number: 1,
  basket: true,
  title: { en: 'Data sources', fr: 'Sources de données' },
  help: {
    en: 'Choose datasets, tables and columns in the catalogue, and the period.',
    fr: 'Choisissez dans le catalogue les jeux de données, les tables, les colonnes et la période.',
  },
  fields: [],
};

export const publicInformation: Section = {
  key: 'publicInformation',
  number: 2,
  title: { en: 'Public information', fr: 'Informations publiques' },
  help: {
    en: 'Published once the application is received.',
    fr: 'Publiées dès la réception de la demande.',
  },
  fields: [
    ask.text('projectName', 'Project name', 'Nom du projet', { maxWords: 40 }),
    ask.country('domicile', 'Country of the project lead', 'Pays du porteur de projet'),
    ask.choices('purposes', 'Purposes', 'Finalités', reservedPurposes, {
      ...help(
        'The first three are open to public bodies only (Article 53).',
        'Les trois premières sont réservées aux organismes publics (article 53).',
      ),
    }),
    ask.yesNo('summaryConfidential', 'Is the summary confidential?', 'Le résumé est-il confidentiel ?'),
    ask.longText('laySummary', 'Lay summary, at most 250 words', 'Résumé grand public, 250 mots au plus', {
      maxWords: 250,
      ...when('publicInformation.summaryConfidential', false),
      ...help(
        'In words that somebody without training in the field understands.',
        'Avec des mots que comprend une personne sans formation dans le domaine.',
      ),
    }),
    ask.longText('confidentialityGround', 'Why it is confidential', 'Pourquoi il est confidentiel', {
      ...when('publicInformation.summaryConfidential', true),
    }),
  ],
};

const legal = when('applicant.person', 'legal');
const natural = when('applicant.person', 'natural');

export const applicant: Section = {
  key: 'applicant',
  number: 3,
  title: { en: 'Applicant and contact', fr: 'Demandeur et contact' },
  fields: [
    ask.yesNo('publicBody', 'Public sector body?', 'Organisme public ?'),
    ask.longText('mandate', 'Its mandate in law', 'Sa mission légale', {
      ...when('applicant.publicBody', true),
      ...help('The text that gives it the task.', 'Le texte qui lui confie cette mission.'),
    }),
    ask.choice('person', 'Natural or legal person', 'Personne physique ou morale', [
      option('legal', 'Legal person', 'Personne morale'),
      option('natural', 'Natural person', 'Personne physique'),
    ]),
    ask.organisation('organisation', 'The organisation', "L'organisme", { ...legal, prefill: 'organisation.name' }),
    ask.contact('contact', 'Contact person', 'Personne à contacter', { ...legal, prefill: 'person.name' }),
    ask.contact('naturalPerson', 'The person', 'La personne', { ...natural, prefill: 'person.name' }),
    ask.longText('naturalPersonAddress', 'Postal address', 'Adresse postale', natural),
    ask.yesNo('consortium', 'Is it a consortium?', "S'agit-il d'un consortium ?"),
    ask.group(
      'partners',
      'Partners',
      'Partenaires',
      [
        ask.text('name', 'Name', 'Nom'),
        ask.country('country', 'Country', 'Pays'),
        ask.text('part', 'Part in the project', 'Rôle dans le projet'),
      ],
      { least: 1, most: 50, ...when('applicant.consortium', true) },
    ),
  ],
};

export const payment: Section = {
  key: 'payment',
  number: 4,
  title: { en: 'Payment', fr: 'Paiement' },
  fields: [
    ask.organisation('payer', 'Who pays the fees', 'Qui règle les redevances', { prefill: 'organisation.name' }),
    ask.email('invoiceEmail', 'Where the invoice is sent', 'Où envoyer la facture'),
    ask.text('vatNumber', 'VAT number', 'Numéro de TVA', optional),
    ask.text('reference', 'Payment reference', 'Référence de paiement', optional),
  ],
};

/** Questions on the purpose that both forms ask. */
export const purposeFields: readonly Field[] = [
  ask.contact('responsible', 'Person responsible for the project', 'Personne responsable du projet', {
    prefill: 'person.name',
  }),
  ask.longText('aim', 'Aim', 'Objectif', {
    maxWords: 1000,
    ...help('What question the data answer.', 'À quelle question les données répondent.'),
  }),
  ask.longText('necessity', 'Why these data are necessary', 'Pourquoi ces données sont nécessaires'),
  ask.longText('expectedBenefit', 'Expected benefit', 'Bénéfice attendu', {
    ...help('For whom, and how it will be seen.', 'Pour qui, et comment il sera constaté.'),
  }),
];

export const additional = (number: number): Section => ({
  key: 'additional',
  number,
  title: { en: 'Additional information', fr: 'Informations complémentaires' },
  fields: [
    ask.longText('remarks', 'Anything else', 'Autres précisions', optional),
    ask.attachments('documents', 'Further documents', 'Autres documents', {
      ...optional,
      ...help('pdf, doc, docx, xls, xlsx or odt.', 'pdf, doc, docx, xls, xlsx ou odt.'),
    }),
  ],
});

/** The undertakings that every applicant gives, and the confirmations of one form. */
export const confirmations = (sectionNumber: number, ...more: readonly Field[]): Section => ({
  key: 'confirmations',
  number: sectionNumber,
  title: { en: 'Confirmations', fr: 'Confirmations' },
  fields: [
    ask.confirmed('accurate', 'The information is accurate', 'Les informations sont exactes'),
    ask.confirmed('noProhibitedUse', 'No prohibited use, Article 54', 'Aucun usage interdit, article 54'),
    ...more,
  ],
});
