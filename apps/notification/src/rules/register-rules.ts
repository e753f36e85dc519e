import { RegisterEntryPublished, RegisterPublicationMissed, RegisterPublicationNear } from '@hub/contracts';
import { tell } from './rule.js';

export const registerRules = [
  tell(RegisterEntryPublished, {
    to: ['team', 'officer'],
    en: ['The public register has changed', 'The public register shows new texts about the project.'],
    fr: ['Le répertoire public a changé', 'Le répertoire public présente de nouveaux textes sur le projet.'],
  }),
  tell(RegisterPublicationNear, {
    to: ['officer'],
    task: true,
    due: 'dueAt',
    en: ['A decision is to be published', 'The time to publish the decision of this case in plain words ends soon.'],
    fr: ['Une décision est à publier', 'Le délai pour publier la décision de ce dossier expire bientôt.'],
  }),
  tell(RegisterPublicationMissed, {
    to: ['officer', 'hub-officers'],
    task: true,
    en: ['A publication is overdue', 'The decision of this case is not published, and its time has ended.'],
    fr: [
      'Une publication est en retard',
      'La décision de ce dossier n’est pas publiée alors que le délai est dépassé.',
    ],
  }),
];
