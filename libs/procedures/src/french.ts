import { frenchProcedureLimits as limits } from '@hub/clock';
import {
  appeal,
  applicantChoice,
  commonChecklist,
  conditions,
  fees,
  frenchChecklist,
  information,
  publication,
} from './parts.js';
import type { ChecklistItem, Procedure } from './procedure.js';

/**
 * The French authorisation: hub, ethics and scientific committee (CESREES), authority (CNIL).
 * Public Health Code L1461-3; Act 78-17, art. 66 and 76; décret 2019-536, art. 88 to 100.
 */
export const frenchAuthorisation: Procedure = {
  id: 'FR_AUTHORISATION',
  version: 1,
  title: { en: 'French authorisation', fr: 'Autorisation française' },
  law: 'Public Health Code L1461-3; Act 78-17, art. 66 and 76; décret 2019-536, art. 88 to 100',
  applicants: 'ANYBODY',
  form: { id: 'common-access-form', version: 1, additions: [{ id: 'french-attachments', version: 1 }] },
  phases: [
    {
      name: 'PRE_SCREENING',
      party: 'hub',
      acts: ['hub_officer'],
      clock: 'FORWARD_TO_COMMITTEE',
      informationRequests: 1,
    },
    {
      name: 'COMMITTEE_REVIEW',
      party: 'committee',
      acts: ['committee_member', 'committee_president'],
      clock: 'COMMITTEE_OPINION',
      informationRequests: 1,
    },
    applicantChoice,
    {
      name: 'AUTHORITY_REVIEW',
      party: 'authority',
      acts: ['authority_officer'],
      clock: 'AUTHORITY_DECISION',
      informationRequests: 0,
    },
  ],
  checklist: frenchChecklist,
  clocks: {
    // It runs from receipt of a *complete* file (art. 88): an answer begins it again.
    FORWARD_TO_COMMITTEE: {
      limit: limits.hubForwardsCompleteFile.limit,
      party: 'hub',
      onSilence: 'OVERDUE',
      duringInformationRequest: 'STARTS_ANEW',
      remindDaysBefore: [2],
    },
    INFORMATION: information,
    // It runs while the committee reviews; nobody waits for it.
    HOLDER_REMARKS: {
      limit: limits.holdersRemark.limit,
      party: 'holder',
      onSilence: 'CLOSED',
      duringInformationRequest: 'RUNS_ON',
      remindDaysBefore: [3],
    },
    // Policy: the text says nothing on a request by the committee; the time of the applicant is not the committee's.
    COMMITTEE_OPINION: {
      limit: limits.committeeOpinion.limit,
      party: 'committee',
      onSilence: 'TACIT_FAVOURABLE',
      duringInformationRequest: 'PAUSES',
      extendedBy: 'committee_president',
      remindDaysBefore: [7, 2],
    },
    AUTHORITY_DECISION: {
      limit: limits.authorityDecision.limit,
      party: 'authority',
      onSilence: 'AUTHORISED_IF_EXPRESSLY_FAVOURABLE',
      duringInformationRequest: 'PAUSES',
      extendedBy: 'authority_officer',
      remindDaysBefore: [14, 3],
    },
    APPEAL: appeal,
    PUBLICATION: publication,
  },
  committee: {
    rapporteurs: 2,
    filesPerRapporteurAndMonth: 4,
    // Policy: the number of seats is the hub's; the texts ask for half of the members.
    quorum: { halfOfSeats: 6 },
    castingVote: true,
    urgentOpinion: limits.committeeOpinionUrgent.limit,
  },
  decision: { outcome: 'PERMIT', partial: true, acceptance: false, appeal: true },
  fees,
  permit: {
    authorityId: 'cnil',
    authorityName: 'Commission nationale de l’informatique et des libertés',
    authorityCode: 'CNIL',
    defaultMonths: 36,
    mostMonths: 120, // Regulation (EU) 2025/327, art. 68(12)
    renewals: 1,
    renewalMonthsBeforeEnd: 1,
    zone: 'Europe/Paris',
    conditions,
  },
};

const commitment: readonly ChecklistItem[] = [
  ...commonChecklist,
  { key: 'COMMITMENT_SIGNED', en: 'Commitment of conformity to MR-004', fr: 'Engagement de conformité à la MR-004' },
  {
    key: 'NO_CONSENT_NEEDED',
    en: 'Research not involving the human person',
    fr: 'Recherche n’impliquant pas la personne humaine',
  },
  {
    key: 'INDIVIDUAL_INFORMATION',
    en: 'Individual information is planned',
    fr: 'Une information individuelle est prévue',
  },
];

/**
 * Reference methodology MR-004: whoever conforms needs no authorisation; the commitment is entered in the public
 * register. Act 78-17, art. 73; CNIL deliberation 2018-155.
 */
export const frenchReferenceMethodology: Procedure = {
  id: 'FR_MR004',
  version: 1,
  title: { en: 'Commitment to reference methodology MR-004', fr: 'Engagement de conformité à la méthodologie MR-004' },
  law: 'Act 78-17, art. 73; CNIL deliberation 2018-155 of 3 May 2018',
  applicants: 'ANYBODY',
  form: { id: 'conformity-commitment', version: 1 },
  phases: [
    {
      name: 'PRE_SCREENING',
      party: 'hub',
      acts: ['hub_officer'],
      clock: 'FORWARD_TO_COMMITTEE',
      informationRequests: 1,
    },
  ],
  checklist: commitment,
  clocks: {
    // Policy: the commitment is examined in the time that a request would be.
    FORWARD_TO_COMMITTEE: {
      limit: limits.hubForwardsCompleteFile.limit,
      party: 'hub',
      onSilence: 'OVERDUE',
      duringInformationRequest: 'STARTS_ANEW',
      remindDaysBefore: [2],
    },
    INFORMATION: information,
    PUBLICATION: publication,
  },
  decision: { outcome: 'REGISTRATION', partial: false, acceptance: false, appeal: false },
};
