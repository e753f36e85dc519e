import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import { knownDue } from '../clocks/running.js';
import type { AskingPhase, CaseEvent } from './case.events.js';
import { type Case, isOpened } from './case.js';

/** What others are told of each event: identifiers and what they must decide on; remarks, reasons, votes and reports stay here. */
export function published(event: CaseEvent, state: Case, caseId: string) {
  if (!isOpened(state)) throw new Error('nothing to publish of a case that is not open');
  const ids = { caseId, applicationId: state.file.applicationId };
  switch (event.type) {
    case 'opened':
      return told(contract.CaseOpened, {
        ...ids,
        procedure: event.procedure.id,
        procedureVersion: event.procedure.version,
      });
    case 'officer-assigned':
      return told(contract.CaseOfficerAssigned, { ...ids, officerId: event.officerId });
    case 'information-requested': {
      const { requestId, remarks, dueAt } = event;
      const phase = 'phase' in state ? phaseForOthers[state.phase] : 'PRE_SCREENING';
      return told(contract.CaseInformationRequested, {
        ...ids,
        requestId,
        fields: remarks.map(({ field }) => field),
        phase,
        dueAt,
      });
    }
    case 'information-received': {
      const phase = phaseForOthers[state.status === 'COMMITTEE_REVIEW' ? 'COMMITTEE_REVIEW' : 'PRE_SCREENING'];
      return told(contract.CaseInformationReceived, { ...ids, requestId: event.requestId, phase });
    }
    case 'found-complete':
      return told(contract.CaseFoundComplete, { ...ids, opinionDueAt: knownDue(event.clocks, 'COMMITTEE_OPINION') });
    case 'rejected-incomplete':
      return told(contract.CaseRejectedIncomplete, ids);
    case 'authority-seized':
      return told(contract.CaseAuthoritySeized, {
        ...ids,
        decisionDueAt: knownDue(event.clocks, 'AUTHORITY_DECISION'),
      });
    case 'authority-time-renewed':
      return told(contract.CaseAuthorityTimeRenewed, {
        ...ids,
        decisionDueAt: knownDue(event.clocks, 'AUTHORITY_DECISION'),
      });
    case 'decided':
      return told(contract.CaseDecided, { ...ids, decision: event.decision, tacit: event.tacit });
    case 'deadline-missed':
      return told(contract.CaseDeadlineMissed, { ...ids, clock: event.clock, dueAt: event.dueAt });
    case 'closed-by-withdrawal':
      return told(contract.CaseClosedByWithdrawal, ids);
    default:
      return ofTheCommittee(event, ids);
  }
}

/** The wire names of application phases: what the committee does is PROCESSING to everybody else (TEHDAS2 D6.4, table 1a). */
const phaseForOthers: Record<AskingPhase, string> = { PRE_SCREENING: 'PRE_SCREENING', COMMITTEE_REVIEW: 'PROCESSING' };

type OfTheCommittee = Extract<
  CaseEvent,
  {
    type:
      | 'interest-declared'
      | 'rapporteurs-named'
      | 'report-filed'
      | 'vote-opened'
      | 'vote-cast'
      | 'opinion-issued'
      | 'opinion-extended';
  }
>;

function ofTheCommittee(event: OfTheCommittee, ids: { caseId: string; applicationId: string }) {
  switch (event.type) {
    case 'interest-declared':
      return told(contract.CaseInterestDeclared, { ...ids, memberId: event.memberId, recused: event.interest });
    case 'rapporteurs-named':
      return told(contract.CaseRapporteursNamed, { ...ids, rapporteurs: [...event.rapporteurs] });
    case 'report-filed':
      return told(contract.CaseReportFiled, { ...ids, rapporteurId: event.rapporteurId });
    case 'vote-opened':
      return told(contract.CaseVoteOpened, { ...ids, present: [...event.present], quorum: event.quorum });
    case 'vote-cast':
      return told(contract.CaseVoteCast, { ...ids, memberId: event.memberId });
    case 'opinion-issued': {
      const { opinion, tally } = event;
      return told(contract.CaseOpinionIssued, { ...ids, opinion, ...(tally && { votes: tally }) });
    }
    case 'opinion-extended':
      return told(contract.CaseOpinionExtended, { ...ids, opinionDueAt: knownDue(event.clocks, 'COMMITTEE_OPINION') });
  }
}
