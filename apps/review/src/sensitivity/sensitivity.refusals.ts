import type { Explanations } from '@hub/decider';

/** What the rules of sensitive and locked cases refuse. */
export const sensitivityRefusals = {
  'case-locked': {
    status: 409,
    en: 'The case is locked: nothing of it is downloaded, printed, copied or exported, by anybody, until an officer unlocks it.',
    fr: 'Le dossier est verrouillé : rien n’en est téléchargé, imprimé, copié ni exporté, par personne, tant qu’un agent ne le déverrouille pas.',
  },
  'locked-already': {
    status: 409,
    en: 'The case is already locked.',
    fr: 'Le dossier est déjà verrouillé.',
  },
  'not-locked': {
    status: 409,
    en: 'The case is not locked.',
    fr: 'Le dossier n’est pas verrouillé.',
  },
  'flagged-already': {
    status: 409,
    en: 'The case is already flagged as sensitive, on the ground {ground}: lift the flag to name another.',
    fr: 'Le dossier est déjà signalé comme sensible, au motif {ground} : levez le signalement pour en donner un autre.',
  },
  'not-flagged': {
    status: 409,
    en: 'The case is not flagged as sensitive.',
    fr: 'Le dossier n’est pas signalé comme sensible.',
  },
} as const satisfies Explanations<string>;
