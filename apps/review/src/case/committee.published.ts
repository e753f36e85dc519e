import * as contract from '@hub/contracts';
import { told } from '@hub/contracts';
import type { CommitteeEvent, VoteOpening } from './committee.events.js';

/** What others are told of the committee: who acted; votes, reports, questions and summaries stay here. */
export function ofTheCommittee(event: CommitteeEvent, ids: { caseId: string; applicationId: string }) {
  switch (event.type) {
    case 'interest-declared':
      return told(contract.CaseInterestDeclared, { ...ids, memberId: event.memberId, recused: event.interest });
    case 'rapporteurs-named':
      return told(contract.CaseRapporteursNamed, { ...ids, rapporteurs: [...event.rapporteurs] });
    case 'report-filed':
      return told(contract.CaseReportFiled, { ...ids, rapporteurId: event.rapporteurId });
    case 'vote-opened':
      return told(contract.CaseVoteOpened, { ...ids, ...frozen(event) });
    case 'vote-reopened':
      return told(contract.CaseVoteReopened, { ...ids, ...frozen(event) });
    case 'vote-cast':
      return told(contract.CaseVoteCast, { ...ids, memberId: event.memberId });
    case 'hearing-called':
      return told(contract.CaseHearingCalled, { ...ids, hearingId: event.hearingId, heldOn: event.heldOn });
    case 'holder-remarked':
      return told(contract.CaseHolderRemarked, { ...ids, holderId: event.holderId });
    case 'hearing-held':
      return told(contract.CaseHearingHeld, { ...ids, hearingId: event.hearingId });
  }
}

const frozen = ({ present, quorum, sessionId }: VoteOpening) => ({
  ...{ present: [...present], quorum },
  ...(sessionId !== undefined && { sessionId }),
});
