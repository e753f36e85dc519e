import type { Form, Section } from '../form.js';
import * as ask from './fields.js';
import { help, when } from './fields.js';
import { additional, applicant, confirmations, dataSources, publicInformation } from './shared-sections.js';

/*
 * Commitment to reference methodology MR-004: research not involving the human person, studies and evaluations in
 * health. Act 78-17, art. 73; CNIL deliberation 2018-155 of 3 May 2018.
 */

const research: Section = {
  key: 'purpose',
  number: 4,
  title: { en: 'Research', fr: 'Recherche' },
  fields: [
    ask.organisation('controller', 'Controller', 'Responsable de traitement', { prefill: 'organisation.name' }),
    ask.contact('responsible', 'Person responsible for the project', 'Personne responsable du projet', {
      prefill: 'person.name',
    }),
    ask.longText('aim', 'Aim', 'Objectif'),
    ask.longText('publicInterest', 'Public interest', 'Intérêt public'),
    ask.longText('plan', 'Method', 'Méthode'),
    ask.longText('necessity', 'Why these data are necessary', 'Pourquoi ces données sont nécessaires'),
  ],
};

const processing: Section = {
  key: 'processing',
  number: 5,
  title: { en: 'Processing', fr: 'Traitement' },
  fields: [
    ask.date('start', 'Start', 'Début'),
    ask.number('months', 'Duration in months', 'Durée en mois', { min: 1, max: 120 }),
    ask.longText('information', 'How people are informed', 'Information des personnes', {
      ...help('Individual information is the rule of MR-004.', "L'information individuelle est la règle de la MR-004."),
    }),
    ask.longText('safeguards', 'Safeguards', 'Mesures de protection'),
    ask.yesNo('transferOutsideEea', 'Transfer outside the EU?', "Transfert hors de l'UE ?"),
    ask.longText('transferSafeguards', 'Safeguards of the transfer', 'Garanties du transfert', {
      ...when('processing.transferOutsideEea', true),
    }),
  ],
};

const commitment: Section = {
  key: 'commitment',
  number: 6,
  title: { en: 'Commitment of conformity', fr: 'Engagement de conformité' },
  fields: [
    ask.confirmed('notInvolvingPersons', 'The human person is not involved', "N'implique pas la personne humaine"),
    ask.confirmed('pseudonymised', 'Only coded data are used', 'Seules des données codées sont utilisées'),
    ask.confirmed('impactAssessed', 'A DPIA was carried out', 'Une AIPD a été réalisée'),
    ask.confirmed('informed', 'People are informed one by one', 'Les personnes sont informées individuellement'),
    ask.confirmed('rights', 'People can object', "Les personnes peuvent s'opposer"),
    ask.confirmed('kept', 'Data are kept no longer than MR-004 allows', 'Durées de conservation de la MR-004'),
    ask.confirmed('conforms', 'The processing conforms to MR-004', 'Le traitement est conforme à la MR-004'),
  ],
};

export const conformityCommitment1: Form = {
  id: 'conformity-commitment',
  version: 1,
  sections: [
    dataSources,
    publicInformation,
    applicant,
    research,
    processing,
    commitment,
    additional(7),
    confirmations(8),
  ],
};
