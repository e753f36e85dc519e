import type { Explanations } from '@hub/decider';

/** Every "no" of the audit service, with its status and its sentences. */
export const refusals = {
  'not-in-the-log': {
    status: 404,
    en: 'The log has no record {what}; it holds {size}.',
    fr: "Le journal n'a pas d'enregistrement {what} ; il en compte {size}.",
  },
  'no-such-tile': {
    status: 404,
    en: 'The log has no such tile at its size of {size}.',
    fr: "Le journal n'a pas cette tuile à sa taille de {size}.",
  },
  'sizes-out-of-range': {
    status: 422,
    en: 'A consistency proof goes from at least 1 to at most {size}, and not backwards.',
    fr: 'Une preuve de cohérence va d’au moins 1 à au plus {size}, et jamais à rebours.',
  },
} as const satisfies Explanations<string>;
