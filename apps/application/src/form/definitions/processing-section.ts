import type { Section } from '../form.js';
import * as ask from './fields.js';
import { help, option, optional, when } from './fields.js';

/** Section 8 of the access form: where, by whom, how long and on which legal basis the data are processed. */

const person = [
  ask.text('name', 'Name', 'Nom'),
  ask.text('organisation', 'Organisation', 'Organisme'),
  ask.country('country', 'Country from which they work', 'Pays depuis lequel elle travaille'),
];

const processor = [
  ask.text('name', 'Name', 'Nom'),
  ask.country('country', 'Country', 'Pays'),
  ask.longText('task', 'Task', 'Tâche'),
];

const transfer = [
  ask.country('country', 'Country', 'Pays'),
  ask.longText('ground', 'Why, and what is transferred', 'Pourquoi, et ce qui est transféré'),
];

export const processing: Section = {
  key: 'processing',
  number: 8,
  title: { en: 'Processing', fr: 'Traitement' },
  fields: [
    ask.date('start', 'Start', 'Début'),
    ask.number('months', 'Duration in months, at most 120', 'Durée en mois, 120 au plus', {
      min: 1,
      max: 120,
      ...help('Article 68(12): ten years at most.', 'Article 68(12) : dix ans au plus.'),
    }),
    ask.organisation('controller', 'Controller', 'Responsable de traitement', { prefill: 'organisation.name' }),
    ask.group('people', 'People who work in the workspace', "Personnes travaillant dans l'espace", person, {
      least: 1,
      most: 200,
    }),
    ask.longText('tools', 'Tools needed', 'Outils nécessaires'),
    ask.longText('computing', 'Storage and computing power', 'Stockage et puissance de calcul', optional),
    ask.yesNo('transferOutsideEea', 'Transfer outside the EEA?', "Transfert hors de l'EEE ?"),
    ask.group('transfers', 'Transfers', 'Transferts', transfer, {
      least: 1,
      most: 30,
      ...when('processing.transferOutsideEea', true),
    }),
    ask.longText('transferSafeguards', 'Safeguards of the transfer', 'Garanties du transfert', {
      ...when('processing.transferOutsideEea', true),
    }),
    ask.longText('safeguards', 'Safeguards', 'Mesures de protection', {
      ...help('Against misuse, loss and identification.', 'Contre l’abus, la perte et la réidentification.'),
    }),
    ask.longText('minimisation', 'How the data are minimised', 'Minimisation des données'),
    ask.yesNo('optOutException', 'Are data of people who opted out needed?', 'Données de personnes opposées ?', {
      ...help('Only under Article 71(4).', "Seulement au titre de l'article 71(4)."),
    }),
    ask.longText('optOutGround', 'Why', 'Pourquoi', when('processing.optOutException', true)),
    ask.yesNo('processors', 'Are there processors?', 'Y a-t-il des sous-traitants ?'),
    ask.group('processorList', 'Processors', 'Sous-traitants', processor, {
      least: 1,
      most: 50,
      ...when('processing.processors', true),
    }),
    ask.choice('legalBasis', 'Legal basis, GDPR', 'Base légale, RGPD', [
      option('6-1-e', 'Public interest, Article 6(1)(e)', 'Intérêt public, article 6(1)(e)'),
      option('6-1-f', 'Legitimate interest, Article 6(1)(f)', 'Intérêt légitime, article 6(1)(f)'),
      option('6-1-c', 'Legal obligation, Article 6(1)(c)', 'Obligation légale, article 6(1)(c)'),
    ]),
  ],
};
