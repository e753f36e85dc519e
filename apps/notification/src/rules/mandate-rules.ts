import {
  DatasetPublished,
  DatasetWithdrawn,
  MandateConfirmationDue,
  MandateConfirmed,
  MandateDelegated,
  MandateDelegationEnded,
  MandateEnded,
  MandateGiven,
  MandateSuspended,
  OrganisationAmended,
  OrganisationClosed,
  OrganisationComposed,
  OrganisationRegistered,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

/** What the directory and the catalogue announce. */
export const mandateRules = [
  tell(MandateGiven, {
    to: ['data:personId'],
    en: ['You have a new mandate', 'You may act for an organisation in a further role.'],
    fr: ['Vous avez une nouvelle habilitation', 'Vous pouvez agir pour une organisation dans un nouveau rôle.'],
  }),
  tell(MandateEnded, {
    to: ['data:personId'],
    en: ['A mandate of yours has ended', 'You no longer act for an organisation in a role that you had.'],
    fr: [
      "L'une de vos habilitations a pris fin",
      "Vous n'agissez plus pour une organisation dans un rôle que vous aviez.",
    ],
  }),
  tell(MandateDelegated, {
    to: ['data:delegateId'],
    en: ['A role is delegated to you', 'Somebody of your organisation lets you act in their role for a while.'],
    fr: ['Un rôle vous est délégué', 'Une personne de votre organisation vous délègue son rôle pour un temps.'],
  }),
  tell(MandateDelegationEnded, {
    to: ['data:delegateId', 'data:personId'],
    en: ['A delegation has ended', 'The delegation of a role has ended.'],
    fr: ['Une délégation a pris fin', "La délégation d'un rôle a pris fin."],
  }),
  tell(MandateConfirmationDue, {
    to: ['administrators'],
    task: true,
    due: 'due',
    en: ['A mandate is to be confirmed', 'A mandate must be confirmed, or it will be suspended.'],
    fr: [
      'Une habilitation est à confirmer',
      'Une habilitation doit être confirmée, faute de quoi elle sera suspendue.',
    ],
  }),
  tell(MandateConfirmationDue, {
    to: ['data:personId'],
    due: 'due',
    en: ['Your mandate is to be confirmed', 'Your mandate must be confirmed, or it will be suspended.'],
    fr: [
      'Votre habilitation est à confirmer',
      'Votre habilitation doit être confirmée, faute de quoi elle sera suspendue.',
    ],
  }),
  tell(MandateSuspended, {
    to: ['data:personId', 'administrators'],
    en: ['A mandate is suspended', 'A mandate that nobody confirmed in time gives no role until somebody does.'],
    fr: [
      'Une habilitation est suspendue',
      "Une habilitation non confirmée à temps n'ouvre aucun rôle tant qu'elle ne l'est pas.",
    ],
  }),
  tell(MandateConfirmed, {
    to: ['data:personId'],
    en: ['Your mandate is confirmed', 'Your mandate was confirmed and holds.'],
    fr: ['Votre habilitation est confirmée', 'Votre habilitation a été confirmée et reste valable.'],
  }),
];

export const houseSilences = [
  silent(DatasetPublished, 'the catalogue is public; nobody waits for it'),
  silent(DatasetWithdrawn, 'whoever asks for it is told when they next choose data'),
  silent(OrganisationRegistered, 'the administrator has just done it'),
  silent(OrganisationAmended, 'the administrator has just done it'),
  silent(OrganisationComposed, 'the administrator has just done it'),
  silent(OrganisationClosed, 'directory.mandate.ended.v1 of each of its mandates tells'),
];
