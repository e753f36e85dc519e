import type { Explanations } from '@hub/decider';

/** What the rules of the register refuse, with status and sentences. */
export const registerRefusals = {
  'own-project': {
    status: 403,
    en: 'You belong to this project or its organisation: another officer publishes its entry.',
    fr: 'Vous appartenez à ce projet ou à son organisme : un autre agent publie sa notice.',
  },
  'summary-or-ground': {
    status: 422,
    en: 'Give either the lay summary (summary) or why it is confidential (confidentialityGround), not both.',
    fr: 'Indiquez soit le résumé grand public (summary), soit pourquoi il est confidentiel (confidentialityGround), pas les deux.',
  },
  'summary-is-confidential': {
    status: 422,
    en: 'The applicant keeps the summary confidential: leave summary out and give confidentialityGround.',
    fr: 'Le demandeur garde le résumé confidentiel : omettez summary et indiquez confidentialityGround.',
  },
  'not-decided-yet': {
    status: 409,
    en: 'Nothing is decided yet: leave decision out.',
    fr: "Rien n'est encore décidé : omettez decision.",
  },
  'decision-words-missing': {
    status: 422,
    en: 'The case is decided: say the decision and its reasons in plain words (decision), in French and English.',
    fr: 'Le dossier est décidé : expliquez la décision et ses motifs en termes simples (decision), en français et en anglais.',
  },
  'too-many-words': {
    status: 422,
    en: 'At most {most} words in {field}; these are {words}.',
    fr: 'Au plus {most} mots dans {field} ; il y en a {words}.',
  },
  'publication-not-due': {
    status: 409,
    en: 'The decision is to be published by {dueAt}, or is published already.',
    fr: 'La décision est à publier pour le {dueAt}, ou l’est déjà.',
  },
  'nothing-changed': {
    status: 422,
    en: 'These texts are published already, word for word.',
    fr: 'Ces textes sont déjà publiés, mot pour mot.',
  },
} as const satisfies Explanations<string>;

export type RegisterRefusal = keyof typeof registerRefusals;
