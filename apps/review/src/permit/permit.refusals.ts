import type { Explanations } from '@hub/decider';

/** What the rules of a permit refuse, with status and sentences. */
export const permitRefusals = {
  'exactly-one-lead': {
    status: 422,
    en: 'A permit names exactly one project lead; this would name {leads}.',
    fr: 'Une autorisation désigne exactement un porteur de projet ; ceci en désignerait {leads}.',
  },
  'not-in-permit': {
    status: 422,
    en: 'Not named in this permit: {persons}.',
    fr: 'Non désignés dans cette autorisation : {persons}.',
  },
  'already-in-permit': {
    status: 422,
    en: 'Already named in this permit: {persons}.',
    fr: 'Déjà désignés dans cette autorisation : {persons}.',
  },
  'nothing-to-amend': {
    status: 422,
    en: 'This adds nobody and removes nobody.',
    fr: "Ceci n'ajoute ni ne retire personne.",
  },
  'still-valid': {
    status: 409,
    en: 'The permit is valid until the end of {validUntil}.',
    fr: "L'autorisation est valable jusqu'à la fin du {validUntil}.",
  },
} as const satisfies Explanations<string>;

export type PermitRefusal = keyof typeof permitRefusals;
