import { CaseFlaggedSensitive, CaseFlagLifted, CaseLocked, CaseUnlocked } from '@hub/contracts';
import { silent, tell } from './rule.js';

export const sensitivityRules = [
  tell(CaseFlaggedSensitive, {
    to: ['officer'],
    en: ['A case is sensitive', 'A case was flagged as sensitive. The portal states the ground.'],
    fr: ['Un dossier est sensible', 'Un dossier a été signalé comme sensible. Le portail en indique le motif.'],
  }),
  tell(CaseLocked, {
    to: ['team', 'officer'],
    en: ['A case is locked', 'Nothing of the case can be downloaded, printed, copied or exported for now.'],
    fr: ['Un dossier est verrouillé', 'Rien du dossier ne peut être téléchargé, imprimé, copié ou exporté.'],
  }),
  tell(CaseUnlocked, {
    to: ['team', 'officer'],
    en: ['A case is unlocked', 'What is on the case can be downloaded, printed, copied and exported again.'],
    fr: ['Un dossier est déverrouillé', 'Le dossier peut de nouveau être téléchargé, imprimé, copié et exporté.'],
  }),
];

export const sensitivitySilences = [silent(CaseFlagLifted, 'nothing is to be heeded any more')];
