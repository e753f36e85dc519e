import type { Explanations } from '@hub/decider';

/** What the rules of standing declarations refuse, with status and sentences. */
export const interestsRefusals = {
  'tie-ends-before-it-begins': {
    status: 422,
    en: 'A tie ends on or after the day it begins; correct {fields}.',
    fr: 'Un lien prend fin le jour où il commence ou après ; corrigez {fields}.',
  },
  'tie-declared-twice': {
    status: 422,
    en: 'Each tie is declared once; remove {fields}.',
    fr: 'Chaque lien est déclaré une fois ; retirez {fields}.',
  },
} as const satisfies Explanations<string>;

export type InterestsRefusal = keyof typeof interestsRefusals;
