import type { Length } from '@hub/clock';
import {
  acceptance,
  appeal,
  conditions,
  european,
  europeanChecklist,
  fees,
  information,
  publication,
} from './parts.js';
import type { ClockRule, PermitRules, Phase, Procedure } from './procedure.js';

/*
 * Regulation (EU) 2025/327, chapter IV, as a French body applies it. The hub is the health data access body: its
 * officers look at completeness, its authority officers assess and decide. No silence permits anything.
 */

const preScreening: Phase = {
  name: 'PRE_SCREENING',
  party: 'hub',
  acts: ['hub_officer'],
  informationRequests: 1,
};

const authorityReview: Phase = {
  name: 'AUTHORITY_REVIEW',
  party: 'authority',
  acts: ['authority_officer'],
  clock: 'AUTHORITY_DECISION',
  informationRequests: 1,
};

/** From the complete application (art. 68(4)); paused while information is awaited (policy). */
const decisionWithin = (months: number, longer?: number): ClockRule => ({
  limit: european({ months }, longer === undefined ? undefined : { length: { months: longer }, atMost: 1 }),
  party: 'authority',
  onSilence: 'OVERDUE',
  duringInformationRequest: 'PAUSES',
  ...(longer !== undefined && { extendedBy: 'authority_officer' as const }),
  remindDaysBefore: [14, 3],
});

const overdue = (party: ClockRule['party'], length: Length): ClockRule => ({
  limit: european(length),
  party,
  onSilence: 'OVERDUE',
  duringInformationRequest: 'PAUSES',
  remindDaysBefore: [14, 3],
});

const afterDecision = { INFORMATION: information, ACCEPTANCE: acceptance, APPEAL: appeal, PUBLICATION: publication };

const permit: PermitRules = {
  authorityId: 'hdh',
  authorityName: 'Organisme responsable de l’accès aux données de santé',
  authorityCode: 'HDH',
  defaultMonths: 36,
  mostMonths: 120, // art. 68(12)
  renewals: 1,
  renewalMonthsBeforeEnd: 1,
  zone: 'Europe/Paris',
  conditions,
};

const access = {
  version: 1,
  form: { id: 'common-access-form', version: 2 },
  checklist: europeanChecklist,
  decision: { outcome: 'PERMIT', partial: true, acceptance: true, appeal: true },
  fees,
  permit,
} as const;

export const europeanAccess: Procedure = {
  ...access,
  id: 'EU_ACCESS',
  title: { en: 'European access application', fr: 'Demande d’accès européenne' },
  law: 'Regulation (EU) 2025/327, art. 67 and 68',
  applicants: 'ANYBODY',
  tracks: ['EU_ACCELERATED'],
  phases: [preScreening, authorityReview],
  clocks: { AUTHORITY_DECISION: decisionWithin(3, 3), ...afterDecision },
};

/** For public bodies with a mandate in public health: two months, one more. */
export const europeanAccelerated: Procedure = {
  ...access,
  id: 'EU_ACCELERATED',
  title: { en: 'European accelerated application', fr: 'Demande européenne accélérée' },
  law: 'Regulation (EU) 2025/327, art. 68(6)',
  applicants: 'PUBLIC_BODIES',
  tracks: ['EU_ACCESS'],
  phases: [preScreening, authorityReview],
  clocks: { AUTHORITY_DECISION: decisionWithin(2, 1), ...afterDecision },
};

/** The trusted holder assesses and proposes; the body decides and records why it followed or not. */
export const europeanTrustedHolder: Procedure = {
  ...access,
  id: 'EU_TRUSTED_HOLDER',
  title: {
    en: 'European application through a trusted data holder',
    fr: 'Demande européenne par un détenteur de confiance',
  },
  law: 'Regulation (EU) 2025/327, art. 72',
  applicants: 'ANYBODY',
  phases: [
    preScreening,
    {
      name: 'HOLDER_ASSESSMENT',
      party: 'holder',
      acts: ['data_holder'],
      clock: 'HOLDER_ASSESSMENT',
      informationRequests: 0,
    },
    authorityReview,
  ],
  clocks: {
    HOLDER_ASSESSMENT: overdue('holder', { months: 2 }),
    AUTHORITY_DECISION: decisionWithin(2),
    ...afterDecision,
  },
};

/** An answer in anonymous statistics, no access to data. */
export const europeanDataRequest: Procedure = {
  id: 'EU_DATA_REQUEST',
  version: 1,
  title: { en: 'European data request for statistics', fr: 'Demande européenne de données statistiques' },
  law: 'Regulation (EU) 2025/327, art. 69',
  applicants: 'ANYBODY',
  form: { id: 'common-request-form', version: 1 },
  phases: [preScreening, authorityReview],
  checklist: europeanChecklist,
  clocks: {
    AUTHORITY_DECISION: decisionWithin(3),
    STATISTICS_ANSWER: overdue('hub', { months: 3 }),
    INFORMATION: information,
    APPEAL: appeal,
    PUBLICATION: publication,
  },
  decision: { outcome: 'STATISTICS', partial: true, acceptance: false, appeal: true },
  fees,
};
