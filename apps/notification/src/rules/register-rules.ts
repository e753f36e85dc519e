import { RegisterEntryPublished } from '@hub/contracts';
import { tell } from './rule.js';

export const registerRules = [
  tell(RegisterEntryPublished, {
    to: ['team', 'officer'],
    en: ['The public register has changed', 'The public register shows new texts about the project.'],
    fr: ['Le répertoire public a changé', 'Le répertoire public présente de nouveaux textes sur le projet.'],
  }),
];
