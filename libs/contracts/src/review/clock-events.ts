import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id, Instant } from '../shapes.js';

const onCase = eventsOn('hub.review.case.v1');
const ids = { caseId: Id, applicationId: Id };
const sample = {
  caseId: '0197a3c0-0000-7000-8000-000000000002',
  applicationId: '0197a3c0-0000-7000-8000-000000000001',
};

export const CaseOpinionExtended = onCase(
  'review.case.opinion-extended.v1',
  'The president extended the committee’s time; the reason stays with the review service.',
  { ...ids, opinionDueAt: Instant },
  { ...sample, opinionDueAt: '2026-05-11T21:59:59.999Z' },
);
export const CaseAuthorityTimeRenewed = onCase(
  'review.case.authority-time-renewed.v1',
  'The authority renewed its time; the reason stays with the review service.',
  { ...ids, decisionDueAt: Instant },
  { ...sample, decisionDueAt: '2026-08-10T21:59:59.999Z' },
);
export const CaseDeadlineNear = onCase(
  'review.case.deadline-near.v1',
  'A limit ends soon: whoever must act is reminded.',
  { ...ids, clock: Type.String(), dueAt: Instant, party: Type.String() },
  { ...sample, clock: 'COMMITTEE_OPINION', dueAt: '2026-04-09T21:59:59.999Z', party: 'committee' },
);
export const CaseDeadlineMissed = onCase(
  'review.case.deadline-missed.v1',
  'A limit ended on which silence decides nothing: the case is overdue.',
  { ...ids, clock: Type.String(), dueAt: Instant },
  { ...sample, clock: 'FORWARD_TO_COMMITTEE', dueAt: '2026-03-11T22:59:59.999Z' },
);

export const CaseTrackChanged = onCase(
  'review.case.track-changed.v1',
  'The case was moved to another track: the limits of another procedure apply; the reasons stay with the review service.',
  {
    ...ids,
    procedure: Type.String(),
    procedureVersion: Type.Integer(),
    phase: Type.String(),
    /** Of the phase's own clock, counted anew; absent while it stands still, and where the phase has none. */
    dueAt: Type.Optional(Instant),
  },
  {
    ...sample,
    procedure: 'EU_ACCELERATED',
    procedureVersion: 1,
    phase: 'AUTHORITY_REVIEW',
    dueAt: '2026-05-04T21:59:59.999Z',
  },
);
