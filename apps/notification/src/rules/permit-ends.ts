import type { Rule } from './rule.js';

/** Days before the last day of a permit on which those concerned are told. */
export const daysBefore = [90, 30] as const;

/** No event says that an end is near: the clock does. The words and people are data like those of events. */
export const permitEndRules: readonly Rule[] = [
  {
    event: 'notification.permit-end-near',
    to: ['officer', 'engineers'],
    task: false,
    due: 'lastDay',
    en: { subject: 'A permit ends soon', text: 'The validity of a permit ends soon; its workspace is then locked.' },
    fr: {
      subject: 'Une autorisation arrive à échéance',
      text: "La validité d'une autorisation se termine bientôt ; son espace de travail sera alors verrouillé.",
    },
  },
  {
    event: 'notification.permit-end-near',
    to: ['team', 'members'],
    task: false,
    due: 'lastDay',
    en: {
      subject: 'Your permit ends soon',
      text: 'The validity of your permit ends soon; the workspace is then locked.',
    },
    fr: {
      subject: 'Votre autorisation arrive à échéance',
      text: "La validité de votre autorisation se termine bientôt ; l'espace de travail sera alors verrouillé.",
    },
  },
];
