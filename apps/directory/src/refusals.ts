import type { Explanations } from '@hub/decider';

/** Every "no" of the directory, with its status and its sentences. */
export const refusals = {
  'person-unknown': {
    status: 422,
    en: 'The directory does not know this person: they sign in once before they can be mandated.',
    fr: "L'annuaire ne connaît pas cette personne : elle doit s'être connectée une fois avant de recevoir un mandat.",
  },
  'organisation-unknown': {
    status: 422,
    en: 'The directory does not know the organisation {organisationId}.',
    fr: "L'annuaire ne connaît pas l'organisation {organisationId}.",
  },
  'period-reversed': {
    status: 422,
    en: 'The last day ({to}) comes before the first ({from}).',
    fr: 'Le dernier jour ({to}) précède le premier ({from}).',
  },
  'own-mandate': {
    status: 403,
    en: 'Nobody gives a mandate to themselves: ask another administrator.',
    fr: 'Nul ne se donne de mandat à soi-même : demandez à un autre administrateur.',
  },
  'already-given': {
    status: 409,
    en: 'The person already holds the role {role} for this organisation.',
    fr: 'La personne exerce déjà le rôle {role} pour cette organisation.',
  },
  'still-running': {
    status: 409,
    en: 'The mandate has not reached its last day.',
    fr: "Le mandat n'a pas atteint son dernier jour.",
  },
} as const satisfies Explanations<string>;

export type DirectoryCode = keyof typeof refusals;
