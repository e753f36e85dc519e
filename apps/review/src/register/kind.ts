import type { Bilingual } from '@hub/procedures';
import type { Opened } from '../case/case.js';
import { partyOf } from '../reports/turns.js';

/** What an entry of the register stands for at present. */
export const kinds = ['APPLICATION', 'PERMIT', 'REFUSAL', 'REGISTRATION', 'STATISTICS', 'CLOSED'] as const;
export type Kind = (typeof kinds)[number];

type Outcome = 'PERMIT' | 'REGISTRATION' | 'STATISTICS';

/** An application becomes what its procedure leads to, a refusal, or ends without a decision. */
export function kindOf(state: Opened, outcome: Outcome): Kind {
  if ('decision' in state) return state.decision.decision === 'REFUSED' ? 'REFUSAL' : outcome;
  if (state.status === 'REGISTERED') return 'REGISTRATION';
  return partyOf(state) === null ? 'CLOSED' : 'APPLICATION';
}

/** Kinds of entries whose outcome must be published in plain words. */
export const isDecided = (kind: Kind): boolean => kind !== 'APPLICATION' && kind !== 'CLOSED';

export const kindWords: Readonly<Record<Kind, Bilingual>> = {
  APPLICATION: { en: 'Application under review', fr: 'Demande en cours d’examen' },
  PERMIT: { en: 'Permit granted', fr: 'Autorisation accordée' },
  REFUSAL: { en: 'Application refused', fr: 'Demande refusée' },
  REGISTRATION: { en: 'Commitment registered', fr: 'Engagement enregistré' },
  STATISTICS: { en: 'Statistics provided', fr: 'Statistiques accordées' },
  CLOSED: { en: 'Closed without a decision', fr: 'Clos sans décision' },
};

/** What can stand in the history of an entry. */
export const happenings = [
  'RECEIVED',
  ...kinds,
  'TEXTS_PUBLISHED',
  'PUBLICATION_OVERDUE',
  'PERMIT_GRANTED',
  'PERMIT_CHANGED',
  'PERMIT_REVOKED',
  'PERMIT_EXPIRED',
  'PROJECT_COMPLETED',
  'RESULT_PUBLISHED',
  'RESULT_CORRECTED',
  'RESULT_TIME_EXTENDED',
  'RESULT_OVERDUE',
] as const;
export type Happening = (typeof happenings)[number];

export const happeningWords: Readonly<Record<Happening, Bilingual>> = {
  ...kindWords,
  RECEIVED: { en: 'Application received', fr: 'Demande reçue' },
  TEXTS_PUBLISHED: { en: 'Texts for the public published', fr: 'Textes destinés au public publiés' },
  PUBLICATION_OVERDUE: { en: 'Publication of the decision overdue', fr: 'Publication de la décision en retard' },
  PERMIT_GRANTED: { en: 'Permit issued', fr: 'Autorisation délivrée' },
  PERMIT_CHANGED: { en: 'Permit changed: a new version', fr: 'Autorisation modifiée : nouvelle version' },
  PERMIT_REVOKED: { en: 'Permit revoked', fr: 'Autorisation retirée' },
  PERMIT_EXPIRED: { en: 'Permit expired', fr: 'Autorisation expirée' },
  PROJECT_COMPLETED: { en: 'Project declared completed', fr: 'Projet déclaré achevé' },
  RESULT_PUBLISHED: { en: 'Results published', fr: 'Résultats publiés' },
  RESULT_CORRECTED: { en: 'Published results corrected', fr: 'Résultats publiés corrigés' },
  RESULT_TIME_EXTENDED: { en: 'More time given for the results', fr: 'Délai de publication des résultats prolongé' },
  RESULT_OVERDUE: { en: 'Results overdue', fr: 'Résultats en retard' },
};
