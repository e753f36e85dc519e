import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const onCase = eventsOn('hub.review.case.v1');
const ids = { caseId: Id, applicationId: Id };
const sample = {
  caseId: '0197a3c0-0000-7000-8000-000000000002',
  applicationId: '0197a3c0-0000-7000-8000-000000000001',
};

export const CaseFeesEstimated = onCase(
  'review.case.fees-estimated.v1',
  'What access will cost was estimated before the decision.',
  { ...ids, currency: Type.Literal('EUR'), totalCents: Type.Integer({ minimum: 0 }) },
  { ...sample, currency: 'EUR', totalCents: 620_000 },
);
export const CaseDecisionAccepted = onCase(
  'review.case.decision-accepted.v1',
  'The applicant accepted the decision; after a positive one the permit is issued.',
  {
    ...ids,
    status: Type.Union([Type.Literal('POSITIVE_DECISION_ACCEPTED'), Type.Literal('NEGATIVE_DECISION_ACCEPTED')]),
  },
  { ...sample, status: 'POSITIVE_DECISION_ACCEPTED' },
);
export const CaseDecisionDeclined = onCase(
  'review.case.decision-declined.v1',
  'The applicant declined a positive decision: no permit is issued. The reasons stay with the review service.',
  ids,
  sample,
);
export const CaseDecisionUnanswered = onCase(
  'review.case.decision-unanswered.v1',
  'The applicant did not answer a positive decision in time: it counts as withdrawn.',
  ids,
  sample,
);
export const CaseDecisionAppealed = onCase(
  'review.case.decision-appealed.v1',
  'The applicant contests a refusal; the grounds stay with the review service.',
  ids,
  sample,
);
export const CaseDecisionAppealRuled = onCase(
  'review.case.decision-appeal-ruled.v1',
  'The appeal was ruled on; an approved one is followed by a positive decision.',
  { ...ids, ruling: Type.Union([Type.Literal('APPROVED'), Type.Literal('REJECTED')]) },
  { ...sample, ruling: 'APPROVED' },
);
export const CaseStatisticsDelivered = onCase(
  'review.case.statistics-delivered.v1',
  'The answer in statistics was given; the table stays with the review service.',
  { ...ids, rows: Type.Integer({ minimum: 0 }) },
  { ...sample, rows: 12 },
);

export const decisionEvents = [
  CaseFeesEstimated,
  CaseDecisionAccepted,
  CaseDecisionDeclined,
  CaseDecisionUnanswered,
  CaseDecisionAppealed,
  CaseDecisionAppealRuled,
  CaseStatisticsDelivered,
] as const;
