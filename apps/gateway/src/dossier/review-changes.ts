import * as contract from '@hub/contracts';
import { type Change, type Dossier, on, type SubStatus } from './dossier.js';

const information = 'ADDITIONAL_INFORMATION';
const opinion = 'COMMITTEE_OPINION';
const decision = 'AUTHORITY_DECISION';
/** The clock that a phase of the review runs on. */
const clocks: Readonly<Record<string, string>> = {
  PRE_SCREENING: 'FORWARD_TO_COMMITTEE',
  HOLDER_ASSESSMENT: 'HOLDER_ASSESSMENT',
  COMMITTEE_REVIEW: opinion,
  AUTHORITY_REVIEW: decision,
};
const dueIn = (phase: string, dueAt: string | undefined): Dossier['due'] => {
  const clock = clocks[phase];
  return clock && dueAt ? { [clock]: dueAt } : {};
};

export const reviewChanges: readonly (readonly [string, Change])[] = [
  on(contract.CaseOpened, (_, { caseId, dueAt }) => ({
    caseId,
    subStatus: 'PRE_SCREENING',
    due: dueIn('PRE_SCREENING', dueAt),
  })),
  // The clock that was running pauses while information is awaited, so that only the applicant's own runs.
  on(contract.CaseInformationRequested, (_, { dueAt }) => ({
    subStatus: 'AWAITING_ADDITIONAL_INFORMATION',
    due: { [information]: dueAt },
  })),
  on(contract.CaseInformationReceived, (_, { phase, dueAt, holderIds }) => ({
    subStatus: phase as SubStatus,
    due: dueIn(phase, dueAt),
    ...(holderIds && { holderIds }),
  })),
  on(contract.CaseFoundComplete, (_, { opinionDueAt, holderIds }) => ({
    subStatus: 'COMMITTEE_REVIEW',
    withCommittee: true,
    ...(holderIds && { holderIds }),
    due: { [opinion]: opinionDueAt },
  })),
  on(contract.CaseFoundCompleteToPhase, ({ withCommittee }, { phase, dueAt, holderIds }) => ({
    subStatus: phase as SubStatus,
    ...(holderIds && { holderIds }),
    withCommittee: withCommittee || phase === 'COMMITTEE_REVIEW',
    due: dueIn(phase, dueAt),
  })),
  on(contract.CaseRegistered, () => ({ subStatus: 'REGISTERED', due: {} })),
  on(contract.CaseInterestDeclared, ({ recused }, { memberId, recused: isRecused }) => ({
    recused: isRecused ? [...new Set([...recused, memberId])] : recused.filter((id) => id !== memberId),
  })),
  on(contract.CaseOpinionExtended, ({ due }, { opinionDueAt }) => ({ due: { ...due, [opinion]: opinionDueAt } })),
  on(contract.CaseOpinionIssued, () => ({ subStatus: 'APPLICANT_CHOICE', due: {} })),
  on(contract.CaseAuthoritySeized, (_, { decisionDueAt }) => ({
    subStatus: 'AUTHORITY_REVIEW',
    withAuthority: true,
    due: { [decision]: decisionDueAt },
  })),
  on(contract.CaseAuthorityTimeRenewed, ({ due }, { decisionDueAt }) => ({
    due: { ...due, [decision]: decisionDueAt },
  })),
  on(contract.CaseDecided, (_, { decision, answerDueAt }) => ({
    subStatus: 'DECIDED',
    due: answerDueAt ? { [decision === 'AUTHORISED' ? 'ACCEPTANCE' : 'APPEAL']: answerDueAt } : {},
  })),
  ...[contract.CaseDecisionAccepted, contract.CaseDecisionDeclined, contract.CaseDecisionUnanswered].map((answer) =>
    on(answer, () => ({ due: {} })),
  ),
  on(contract.CaseDecisionAppealed, () => ({ due: {} })),
  on(contract.CaseTrackChanged, ({ due }, { procedure, phase, dueAt }) => ({
    procedure,
    due: dueAt ? { ...due, ...dueIn(phase, dueAt) } : due,
  })),
  on(contract.CaseRedirected, () => ({ subStatus: 'REDIRECTED', due: {} })),
  on(contract.CaseRejectedIncomplete, () => ({ subStatus: 'REJECTED_INCOMPLETE', due: {} })),
  on(contract.CaseClosedByWithdrawal, () => ({ subStatus: 'WITHDRAWN', due: {} })),
  on(contract.PermitGranted, (_, permit) => ({ permit: valid(permit) })),
  on(contract.PermitAmended, (_, permit) => ({ permit: valid(permit) })),
  on(contract.PermitRenewed, (_, permit) => ({ permit: valid(permit) })),
  on(contract.PermitReinstated, (_, permit) => ({ permit: valid(permit) })),
  on(contract.PermitRevoked, ({ permit }, { permitId }) => ({ permit: ended(permit, permitId, 'REVOKED') })),
  on(contract.PermitExpired, ({ permit }, { permitId }) => ({ permit: ended(permit, permitId, 'EXPIRED') })),
];

const valid = ({
  permitId,
  baseId,
  validUntil,
}: contract.DataOf<typeof contract.PermitGranted>): Dossier['permit'] => ({
  permitId,
  baseId,
  status: 'VALID',
  validUntil,
});

const ended = (permit: Dossier['permit'], permitId: string, status: 'REVOKED' | 'EXPIRED'): Dossier['permit'] =>
  permit && { ...permit, permitId, status };
