import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';
import {
  CaseAuthorityTimeRenewed,
  CaseDeadlineMissed,
  CaseDeadlineNear,
  CaseOpinionExtended,
  CaseTrackChanged,
} from './clock-events.js';
import { sensitivityEvents } from './sensitivity-events.js';

const onCase = eventsOn('hub.review.case.v1');
const caseId = '0197a3c0-0000-7000-8000-000000000002';
const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const ids = { caseId: Id, applicationId: Id };
const sample = { caseId, applicationId };
/** The organisations that hold its data and to whom the case has come: they assess it, or may remark on it. */
const holders = { holderIds: Type.Optional(Type.Array(Id)) };

export const CaseOpened = onCase(
  'review.case.opened.v1',
  'A submitted application came up for review.',
  {
    ...ids,
    procedure: Type.String(),
    procedureVersion: Type.Integer(),
    /** Of the first clock, where the procedure has one: until then the hub forwards a complete file. */
    dueAt: Type.Optional(Instant),
  },
  { ...sample, procedure: 'FR_AUTHORISATION', procedureVersion: 1, dueAt: '2026-03-11T22:59:59.999Z' },
);
export const CaseOfficerAssigned = onCase(
  'review.case.officer-assigned.v1',
  'An officer of the hub looks after the case from now on.',
  { ...ids, officerId: Id },
  { ...sample, officerId: 'officer' },
);
export const CaseLeadChanged = onCase(
  'review.case.lead-changed.v1',
  'Another member of the team leads the project of a case under review.',
  { ...ids, leadId: Id },
  { ...sample, leadId: 'david' },
);
export const CaseInformationRequested = onCase(
  'review.case.information-requested.v1',
  'The applicant was asked to change or complete exactly the marked fields; the remarks stay with the review service.',
  { ...ids, requestId: Id, fields: Type.Array(Type.String(), { minItems: 1 }), phase: Type.String(), dueAt: Instant },
  {
    ...sample,
    requestId: 'r-1',
    fields: ['purpose.expectedBenefit'],
    phase: 'PRE_SCREENING',
    dueAt: '2026-03-30T21:59:59.999Z',
  },
);
export const CaseInformationReceived = onCase(
  'review.case.information-received.v1',
  'The answer arrived and the case went back to the phase that asked.',
  {
    ...ids,
    requestId: Id,
    phase: Type.String(),
    /** Whose question it answers. */
    askedBy: Type.Optional(Id),
    /** Of the phase's own clock, which goes on or begins again. */
    dueAt: Type.Optional(Instant),
    ...holders,
  },
  { ...sample, requestId: 'r-1', phase: 'PRE_SCREENING', askedBy: 'officer', dueAt: '2026-03-31T21:59:59.999Z' },
);
export const CaseFoundComplete = onCase(
  'review.case.found-complete.v1',
  'The file was found complete and went to the committee; the committee’s clock started.',
  { ...ids, opinionDueAt: Instant, ...holders },
  { ...sample, opinionDueAt: '2026-04-09T21:59:59.999Z', holderIds: ['cnam'] },
);
/** Version 1 speaks of the committee; this one is announced where the procedure leads elsewhere. */
export const CaseFoundCompleteToPhase = onCase(
  'review.case.found-complete.v2',
  'The file was found complete and went to the phase that its procedure names next; its clock started.',
  { ...ids, phase: Type.String(), dueAt: Type.Optional(Instant), ...holders },
  { ...sample, phase: 'HOLDER_ASSESSMENT', dueAt: '2026-05-04T21:59:59.999Z', holderIds: ['cnam'] },
);
export const CaseRegistered = onCase(
  'review.case.registered.v1',
  'A complete commitment was registered: nothing needs an authorisation.',
  { ...ids, procedure: Type.String(), procedureVersion: Type.Integer() },
  { ...sample, procedure: 'FR_MR004', procedureVersion: 1 },
);
export const CaseRedirected = onCase(
  'review.case.redirected.v1',
  'Another procedure applies: the case was closed; the reasons stay with the review service.',
  { ...ids, procedure: Type.String() },
  { ...sample, procedure: 'EU_DATA_REQUEST' },
);
export const CaseDecisionProposed = onCase(
  'review.case.decision-proposed.v1',
  'A trusted data holder assessed the application and proposed a decision; its reasons stay with the review service.',
  {
    ...ids,
    holderId: Id,
    proposal: Type.Union([Type.Literal('GRANT'), Type.Literal('PARTIAL'), Type.Literal('REFUSE')]),
  },
  { ...sample, holderId: 'cnam', proposal: 'GRANT' },
);
export const CaseFindingRecorded = onCase(
  'review.case.finding-recorded.v1',
  'An assessor recorded a finding on a criterion; what was found and why stay with the review service.',
  { ...ids, criterion: Type.String() },
  { ...sample, criterion: 'RISKS_MITIGATED' },
);
export const CaseAssessmentForgone = onCase(
  'review.case.assessment-forgone.v1',
  'A trusted holder let its time pass: the case went on without its proposal. The reason stays with the review service.',
  { ...ids },
  { ...sample },
);
export const CaseRapporteursNamed = onCase(
  'review.case.rapporteurs-named.v1',
  'The president named the rapporteurs.',
  { ...ids, rapporteurs: Type.Array(Id, { minItems: 1 }) },
  { ...sample, rapporteurs: ['rapporteur-1', 'rapporteur-2'] },
);
export const CaseInterestDeclared = onCase(
  'review.case.interest-declared.v1',
  'A member declared an interest in the project, or none; with an interest the member is recused.',
  { ...ids, memberId: Id, recused: Type.Boolean() },
  { ...sample, memberId: 'member-3', recused: true },
);
export const CaseReportFiled = onCase(
  'review.case.report-filed.v1',
  'A rapporteur filed the report; its text stays with the review service.',
  { ...ids, rapporteurId: Id },
  { ...sample, rapporteurId: 'rapporteur-1' },
);
export const CaseVoteOpened = onCase(
  'review.case.vote-opened.v1',
  'The item was opened: the members present and the quorum are frozen.',
  { ...ids, present: Type.Array(Id), quorum: Type.Integer(), sessionId: Type.Optional(Id) },
  { ...sample, present: ['president', 'rapporteur-1', 'rapporteur-2', 'member-1'], quorum: 3 },
);
export const CaseVoteCast = onCase(
  'review.case.vote-cast.v1',
  'A member voted; the vote itself stays hidden until the opinion is issued.',
  { ...ids, memberId: Id },
  { ...sample, memberId: 'member-1' },
);
export const CaseOpinionIssued = onCase(
  'review.case.opinion-issued.v1',
  'The committee gave its opinion, or its silence did.',
  {
    ...ids,
    opinion: Type.Union([
      Type.Literal('FAVOURABLE'),
      Type.Literal('FAVOURABLE_WITH_RECOMMENDATIONS'),
      Type.Literal('RESERVED'),
      Type.Literal('UNFAVOURABLE'),
      Type.Literal('TACIT_FAVOURABLE'),
    ]),
    votes: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  },
  { ...sample, opinion: 'FAVOURABLE', votes: { FAVOURABLE: 3, RESERVED: 1 } },
);
export const CaseAuthoritySeized = onCase(
  'review.case.authority-seized.v1',
  'The case came to the authority, whose clock started.',
  { ...ids, decisionDueAt: Instant },
  { ...sample, decisionDueAt: '2026-06-09T21:59:59.999Z' },
);
export const CaseDecided = onCase(
  'review.case.decided.v1',
  'The authority authorised or refused, or its silence did.',
  {
    ...ids,
    decision: Type.Union([Type.Literal('AUTHORISED'), Type.Literal('REFUSED')]),
    tacit: Type.Boolean(),
    permitId: Type.Optional(Id),
    /** Where the applicant can answer or appeal: the decision's code, and until when. */
    status: Type.Optional(
      Type.Union([Type.Literal('POSITIVE_DECISION_ISSUED'), Type.Literal('NEGATIVE_DECISION_ISSUED')]),
    ),
    answerDueAt: Type.Optional(Instant),
    /** Whether some of the datasets were refused. */
    partial: Type.Optional(Type.Boolean()),
  },
  { ...sample, decision: 'AUTHORISED', tacit: false, permitId: 'HDH-2026-000001-v1' },
);
export const CaseRejectedIncomplete = onCase(
  'review.case.rejected-incomplete.v1',
  'The file stayed incomplete and was rejected.',
  { ...ids },
  { ...sample },
);
export const CaseClosedByWithdrawal = onCase(
  'review.case.closed-by-withdrawal.v1',
  'The applicant withdrew; the case was closed.',
  { ...ids },
  { ...sample },
);

export const reviewEvents = [
  CaseOpened,
  CaseOfficerAssigned,
  CaseLeadChanged,
  CaseInformationRequested,
  CaseInformationReceived,
  CaseFoundComplete,
  CaseFoundCompleteToPhase,
  CaseRegistered,
  CaseRedirected,
  CaseDecisionProposed,
  CaseFindingRecorded,
  CaseAssessmentForgone,
  CaseRapporteursNamed,
  CaseInterestDeclared,
  CaseReportFiled,
  CaseVoteOpened,
  CaseVoteCast,
  CaseOpinionIssued,
  CaseOpinionExtended,
  CaseAuthoritySeized,
  CaseAuthorityTimeRenewed,
  CaseDecided,
  CaseRejectedIncomplete,
  CaseClosedByWithdrawal,
  CaseDeadlineNear,
  CaseDeadlineMissed,
  ...sensitivityEvents,
  CaseTrackChanged,
] as const;
