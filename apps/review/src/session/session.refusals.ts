import type { Explanations } from '@hub/decider';

/** What the rules of a session refuse, with status and sentences. */
export const sessionRefusals = {
  'nowhere-to-meet': {
    status: 422,
    en: 'A session has a `place`, a `link`, or both.',
    fr: 'Une séance a un lieu (`place`), un lien (`link`) ou les deux.',
  },
  'session-in-the-past': {
    status: 422,
    en: '`startsAt` lies in the past: {startsAt}.',
    fr: '`startsAt` est dans le passé : {startsAt}.',
  },
  'no-such-case': {
    status: 422,
    en: 'There is no case {caseId} that you may see.',
    fr: "Il n'y a pas de dossier {caseId} que vous puissiez voir.",
  },
  'case-not-before-committee': {
    status: 409,
    en: 'The case is not before the committee; it stands at {status}.',
    fr: "Le dossier n'est pas devant le comité ; il en est à {status}.",
  },
  'reports-missing-for-agenda': {
    status: 409,
    en: 'Reports are missing; wait for them, or let the president admit the case.',
    fr: 'Des rapports manquent ; attendez-les, ou que le président admette le dossier.',
  },
  'on-agenda-already': {
    status: 409,
    en: 'The case is on the agenda already.',
    fr: "Le dossier est déjà à l'ordre du jour.",
  },
  'not-on-agenda': {
    status: 409,
    en: 'The case is not on the agenda: add it first.',
    fr: "Le dossier n'est pas à l'ordre du jour : ajoutez-le d'abord.",
  },
  'item-opened-already': {
    status: 409,
    en: 'This item was put to the vote already.',
    fr: 'Ce point a déjà été mis aux voix.',
  },
  'minutes-not-drafted': {
    status: 409,
    en: 'No minutes have been drawn up yet: draft them first.',
    fr: "Aucun procès-verbal n'a encore été dressé : établissez-le d'abord.",
  },
  'items-still-open': {
    status: 409,
    en: 'Issue the opinion first on: {caseIds}.',
    fr: "Rendez d'abord l'avis sur : {caseIds}.",
  },
} as const satisfies Explanations<string>;

export type SessionRefusal = keyof typeof sessionRefusals;
