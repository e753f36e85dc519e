import type { Explanations } from '@hub/decider';

/** Every "no" of the notification service, with its status and its sentences. */
export const refusals = {
  'letters-off': {
    status: 409,
    en: 'This hub sends no letters, so an address cannot be confirmed; notices are in the portal. Leave email out.',
    fr: "Ce guichet n'envoie pas de courriels : une adresse ne peut être confirmée ; les notifications sont sur le portail. Omettez email.",
  },
  'nothing-to-confirm': {
    status: 409,
    en: 'No address waits for its confirmation, or the code has expired: give the address (email) again.',
    fr: "Aucune adresse n'attend de confirmation, ou le code a expiré : indiquez de nouveau l'adresse (email).",
  },
  'wrong-code': {
    status: 422,
    en: 'This is not the code (code) of the latest letter; {left} more attempts.',
    fr: "Ce n'est pas le code (code) du dernier courriel ; encore {left} essais.",
  },
  'not-given-up': {
    status: 409,
    en: 'This letter is {status}: only one that was given up can be sent anew.',
    fr: "Ce courriel est dans l'état {status} : seul un envoi abandonné peut être repris.",
  },
} as const satisfies Explanations<string>;
