import type { Form } from '../form.js';
import { choice, option, optional, text, yesNo } from './fields.js';
import { purposes } from './purposes.js';

/*
 * The common application form as the hub began with it: the ten sections of the annex of TEHDAS2 D6.3, in short.
 * Running applications are under it; it never changes.
 */

export const commonAccessForm1: Form = {
  id: 'common-access-form',
  version: 1,
  sections: [
    {
      key: 'dataSources',
      number: 1,
      basket: true,
      title: { en: 'Data sources', fr: 'Sources de données' },
      fields: [],
    },
    {
      key: 'publicInformation',
      number: 2,
      title: { en: 'Public information', fr: 'Informations publiques' },
      fields: [
        text('projectName', 'Project name', 'Nom du projet', { maxWords: 40 }),
        text('domicile', 'Country of the project lead', 'Pays du porteur de projet'),
        {
          key: 'purposes',
          kind: 'choices',
          label: { en: 'Purposes', fr: 'Finalités' },
          required: true,
          options: purposes,
        },
        yesNo('summaryConfidential', 'Is the summary confidential?', 'Le résumé est-il confidentiel ?'),
        text('laySummary', 'Lay summary, at most 250 words', 'Résumé grand public, 250 mots au plus', {
          maxWords: 250,
          when: { field: 'publicInformation.summaryConfidential', is: [false] },
        }),
        text('confidentialityGround', 'Why it is confidential', 'Pourquoi il est confidentiel', {
          when: { field: 'publicInformation.summaryConfidential', is: [true] },
        }),
      ],
    },
    {
      key: 'applicant',
      number: 3,
      title: { en: 'Applicant and contact', fr: 'Demandeur et contact' },
      fields: [
        yesNo('publicBody', 'Public sector body?', 'Organisme public ?'),
        choice('person', 'Natural or legal person', 'Personne physique ou morale', [
          option('legal', 'Legal person', 'Personne morale'),
          option('natural', 'Natural person', 'Personne physique'),
        ]),
        text('legalName', 'Name of the organisation', "Nom de l'organisme", {
          prefill: 'organisation.name',
          when: { field: 'applicant.person', is: ['legal'] },
        }),
        {
          key: 'contactEmail',
          kind: 'email',
          label: { en: 'Contact e-mail', fr: 'Courriel de contact' },
          required: true,
        },
        yesNo('consortium', 'Is it a consortium?', "S'agit-il d'un consortium ?"),
        text('partners', 'Partners', 'Partenaires', { when: { field: 'applicant.consortium', is: [true] } }),
      ],
    },
    {
      key: 'payment',
      number: 4,
      title: { en: 'Payment', fr: 'Paiement' },
      fields: [
        text('payer', 'Who pays the fees', 'Qui règle les redevances'),
        text('reference', 'Payment reference', 'Référence de paiement', optional),
      ],
    },
    {
      key: 'purpose',
      number: 5,
      title: { en: 'Purpose', fr: 'Finalité' },
      fields: [
        text('responsible', 'Person responsible for the project', 'Personne responsable du projet', {
          prefill: 'person.name',
        }),
        text('necessity', 'Why these data are necessary', 'Pourquoi ces données sont nécessaires'),
        text('aim', 'Aim', 'Objectif'),
        text('expectedBenefit', 'Expected benefit', 'Bénéfice attendu'),
        text('qualifications', "Team's qualifications", "Qualifications de l'équipe"),
        text('plan', 'Analysis plan', "Plan d'analyse"),
        choice('form', 'Form of the data', 'Forme des données', [
          option('anonymised', 'Anonymised', 'Anonymisées'),
          option('pseudonymised', 'Pseudonymised', 'Pseudonymisées'),
        ]),
        text(
          'pseudonymisedGround',
          'Why anonymised data do not suffice',
          'Pourquoi des données anonymisées ne suffisent pas',
          {
            when: { field: 'purpose.form', is: ['pseudonymised'] },
          },
        ),
      ],
    },
    {
      key: 'data',
      number: 6,
      title: { en: 'Data', fr: 'Données' },
      fields: [
        yesNo('linkage', 'Are sources linked?', 'Des sources sont-elles appariées ?'),
        text('linkageMethod', 'How they are linked', "Méthode d'appariement", {
          when: { field: 'data.linkage', is: [true] },
        }),
        text('inclusion', 'Inclusion criteria', "Critères d'inclusion"),
        text('exclusion', 'Exclusion criteria', "Critères d'exclusion", optional),
        {
          key: 'size',
          kind: 'number',
          min: 1,
          label: { en: 'Expected number of persons', fr: 'Nombre attendu de personnes' },
          required: true,
        },
        yesNo('controls', 'Are there controls?', 'Y a-t-il des témoins ?'),
        text('controlsMethod', 'How controls are chosen', 'Choix des témoins', {
          when: { field: 'data.controls', is: [true] },
        }),
        choice('frequency', 'Extraction', 'Extraction', [
          option('once', 'Once', 'Une fois'),
          option('yearly', 'Every year', 'Chaque année'),
        ]),
      ],
    },
    {
      key: 'otherData',
      number: 7,
      title: { en: 'Other data to combine', fr: 'Autres données à combiner' },
      fields: [
        yesNo('combined', 'Are other data combined?', "D'autres données sont-elles combinées ?"),
        text('description', 'Which data', 'Lesquelles', { when: { field: 'otherData.combined', is: [true] } }),
      ],
    },
    {
      key: 'processing',
      number: 8,
      title: { en: 'Processing', fr: 'Traitement' },
      fields: [
        { key: 'start', kind: 'date', label: { en: 'Start', fr: 'Début' }, required: true },
        {
          key: 'months',
          kind: 'number',
          min: 1,
          max: 120,
          label: { en: 'Duration in months, at most 120', fr: 'Durée en mois, 120 au plus' },
          required: true,
        },
        text('tools', 'Tools needed', 'Outils nécessaires'),
        yesNo('transferOutsideEea', 'Transfer outside the EEA?', "Transfert hors de l'EEE ?"),
        text('transferSafeguards', 'Safeguards of the transfer', 'Garanties du transfert', {
          when: { field: 'processing.transferOutsideEea', is: [true] },
        }),
        text('safeguards', 'Safeguards', 'Mesures de protection'),
        text('minimisation', 'How the data are minimised', 'Minimisation des données'),
        choice('legalBasis', 'Legal basis, GDPR', 'Base légale, RGPD', [
          option('6-1-e', 'Public interest, Article 6(1)(e)', 'Intérêt public, article 6(1)(e)'),
          option('6-1-f', 'Legitimate interest, Article 6(1)(f)', 'Intérêt légitime, article 6(1)(f)'),
          option('6-1-c', 'Legal obligation, Article 6(1)(c)', 'Obligation légale, article 6(1)(c)'),
        ]),
      ],
    },
    {
      key: 'additional',
      number: 9,
      title: { en: 'Additional information', fr: 'Informations complémentaires' },
      fields: [text('remarks', 'Anything else', 'Autres précisions', optional)],
    },
    {
      key: 'confirmations',
      number: 10,
      title: { en: 'Confirmations', fr: 'Confirmations' },
      fields: [
        yesNo('accurate', 'The information is accurate', 'Les informations sont exactes', {
          mustBe: true,
        }),
        yesNo('noProhibitedUse', 'No prohibited use, Article 54', 'Aucun usage interdit, article 54', {
          mustBe: true,
        }),
      ],
    },
  ],
};
