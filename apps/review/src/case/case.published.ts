import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import { clockOf, type PhaseName, phaseOf } from '@hub/procedures';
import { dueInstant, knownDue } from '../clocks/running.js';
import { afterDecisionForOthers, decidedForOthers } from '../decision/decision.published.js';
import { sensitivityForOthers } from '../sensitivity/sensitivity.published.js';
import type { CaseEvent } from './case.events.js';
import { type Case, holdersOf, isOpened, type Opened, phaseReached } from './case.js';
import { ofTheCommittee } from './committee.published.js';

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
        ...dueOfPhase(state),
      });
    case 'officer-assigned':
      return told(contract.CaseOfficerAssigned, { ...ids, officerId: event.officerId });
    case 'lead-changed':
      return told(contract.CaseLeadChanged, { ...ids, leadId: event.leadId });
    case 'information-requested': {
      const { requestId, remarks, dueAt } = event;
      return told(contract.CaseInformationRequested, {
        ...ids,
        requestId,
        fields: remarks.map(({ field }) => field),
        phase: phaseForOthers(phaseReached(state)),
        dueAt,
      });
    }
    case 'information-received': {
      const phase = phaseForOthers(phaseReached(state));
      const askedBy = state.file.requests.find(({ requestId }) => requestId === event.requestId)?.askedBy;
      return told(contract.CaseInformationReceived, {
        ...ids,
        ...(askedBy && { askedBy }),
        requestId: event.requestId,
        phase,
        ...dueOfPhase(state),
        ...holdersToTell(state),
      });
    }
    case 'found-complete':
      return event.clocks.COMMITTEE_OPINION
        ? told(contract.CaseFoundComplete, {
            ...{ ...ids, opinionDueAt: knownDue(event.clocks, 'COMMITTEE_OPINION') },
            ...holdersToTell(state),
          })
        : told(contract.CaseFoundCompleteToPhase, {
            ...{ ...ids, phase: phaseReached(state), ...dueOfPhase(state) },
            ...holdersToTell(state),
          });
    case 'registered': {
      const { id: procedure, version: procedureVersion } = state.file.procedure;
      return told(contract.CaseRegistered, { ...ids, procedure, procedureVersion });
    }
    case 'track-changed': {
      const { id: procedure, version: procedureVersion } = event.procedure;
      const moved = { procedure, procedureVersion, phase: phaseReached(state) };
      return told(contract.CaseTrackChanged, { ...ids, ...moved, ...dueOfPhase(state) });
    }
    case 'redirected':
      return told(contract.CaseRedirected, { ...ids, procedure: event.to });
    case 'decision-proposed':
      return told(contract.CaseDecisionProposed, { ...ids, holderId: event.holderId, proposal: event.proposal });
    case 'finding-recorded':
      return told(contract.CaseFindingRecorded, { ...ids, criterion: event.criterion });
    case 'flagged-sensitive':
    case 'flag-lifted':
    case 'locked':
    case 'unlocked':
      return sensitivityForOthers(event, ids);
    case 'assessment-forgone':
      return told(contract.CaseAssessmentForgone, ids);
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
      return decidedForOthers(event, state, ids);
    case 'deadline-missed':
      return told(contract.CaseDeadlineMissed, { ...ids, clock: event.clock, dueAt: event.dueAt });
    case 'deadline-near': {
      const { clock, dueAt } = event;
      const { party } = clockOf(state.file.procedure, clock);
      return told(contract.CaseDeadlineNear, { ...ids, clock, dueAt, party });
    }
    case 'closed-by-withdrawal':
      return told(contract.CaseClosedByWithdrawal, ids);
    case 'opinion-issued': {
      const { opinion, tally } = event;
      return told(contract.CaseOpinionIssued, { ...ids, opinion, ...(tally && { votes: tally }) });
    }
    case 'opinion-extended':
      return told(contract.CaseOpinionExtended, { ...ids, opinionDueAt: knownDue(event.clocks, 'COMMITTEE_OPINION') });
    case 'fees-estimated':
    case 'decision-accepted':
    case 'decision-declined':
    case 'decision-unanswered':
    case 'decision-appealed':
    case 'decision-appeal-ruled':
    case 'statistics-delivered':
      return afterDecisionForOthers(event, state, ids);
    default:
      return ofTheCommittee(event, ids);
  }
}

/** The wire names of application phases: after pre-screening, all is PROCESSING to everybody else (TEHDAS2 D6.4, table 1a). */
const phaseForOthers = (phase: PhaseName): string => (phase === 'PRE_SCREENING' ? phase : 'PROCESSING');

/** The end of the clock that the phase itself has. */
function dueOfPhase(state: Opened): { dueAt?: string } {
  const { procedure, clocks } = state.file;
  const clock = phaseOf(procedure, phaseReached(state))?.clock;
  const dueAt = clock && dueInstant(clocks, clock);
  return dueAt ? { dueAt } : {};
}

function holdersToTell(state: Opened): { holderIds?: string[] } {
  const holderIds = holdersOf(state);
  return holderIds.length > 0 ? { holderIds: [...holderIds] } : {};
}
