import { frenchProcedureLimits as limits } from '@hub/clock';
import type { Procedure } from './procedure.js';

/**
 * The French authorisation: hub, ethics and scientific committee (CESREES), authority (CNIL).
 * Public Health Code L1461-3; Act 78-17, art. 66 and 76; décret 2019-536, art. 88 to 100.
 */
export const frenchAuthorisation: Procedure = {
  id: 'FR_AUTHORISATION',
  version: 1,
  phases: [
    { status: 'PRE_SCREENING', acts: ['hub_officer'], clock: 'FORWARD_TO_COMMITTEE' },
    { status: 'AWAITING_ADDITIONAL_INFORMATION', acts: ['applicant'], clock: 'INFORMATION' },
    { status: 'COMMITTEE_REVIEW', acts: ['committee_member', 'committee_president'], clock: 'COMMITTEE_OPINION' },
    { status: 'APPLICANT_CHOICE', acts: ['applicant'] },
    { status: 'AUTHORITY_REVIEW', acts: ['authority_officer'], clock: 'AUTHORITY_DECISION' },
  ],
  clocks: {
    // It runs from receipt of a *complete* file (art. 88): an answer begins it again.
    FORWARD_TO_COMMITTEE: {
      limit: limits.hubForwardsCompleteFile.limit,
      onSilence: 'OVERDUE',
      duringInformationRequest: 'STARTS_ANEW',
    },
    INFORMATION: {
      limit: limits.applicantAnswersInformationRequest.limit,
      onSilence: 'REJECTED_INCOMPLETE',
      duringInformationRequest: 'PAUSES',
    },
    // Policy: the text says nothing on a request by the committee; the time of the applicant is not the committee's.
    COMMITTEE_OPINION: {
      limit: limits.committeeOpinion.limit,
      onSilence: 'TACIT_FAVOURABLE',
      duringInformationRequest: 'PAUSES',
    },
    AUTHORITY_DECISION: {
      limit: limits.authorityDecision.limit,
      onSilence: 'AUTHORISED_IF_EXPRESSLY_FAVOURABLE',
      duringInformationRequest: 'PAUSES',
    },
  },
  urgentOpinion: limits.committeeOpinionUrgent.limit,
  informationRequestsPerPhase: 1,
  committee: {
    rapporteurs: 2,
    // Policy: the number of seats is the hub's; the texts ask for half of the members.
    quorum: { halfOfSeats: 6 },
    castingVote: true,
  },
  permit: {
    authorityId: 'cnil',
    authorityName: 'Commission nationale de l’informatique et des libertés',
    defaultMonths: 36,
    mostMonths: 120, // Regulation (EU) 2025/327, art. 68(12)
    zone: 'Europe/Paris',
    conditions: [
      'SECURE_WORKSPACE_ONLY',
      'NO_REIDENTIFICATION',
      'RESULTS_CHECKED_BEFORE_EXPORT',
      'RESULTS_PUBLISHED_WITHIN_18_MONTHS',
    ],
  },
};
