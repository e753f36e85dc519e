import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Day, Id, Instant } from '../shapes.js';

const onSession = eventsOn('hub.review.session.v1');
const onCase = eventsOn('hub.review.case.v1');
const onInterests = eventsOn('hub.review.interests.v1');
const sessionId = '0197a3c0-0000-7000-8000-000000000003';
const caseId = '0197a3c0-0000-7000-8000-000000000002';

const applicationId = '0197a3c0-0000-7000-8000-000000000001';
const ids = { caseId: Id, applicationId: Id };
const sample = { caseId, applicationId };

export const CaseVoteReopened = onCase(
  'review.case.vote-reopened.v1',
  'A late interest had left too few: the item was opened again, and everybody present votes anew.',
  { ...ids, present: Type.Array(Id), quorum: Type.Integer(), sessionId: Type.Optional(Id) },
  { ...sample, present: ['president', 'rapporteur-1', 'member-1'], quorum: 3 },
);
export const CaseHearingCalled = onCase(
  'review.case.hearing-called.v1',
  'The team was invited to a hearing; the questions stay with the review service.',
  { ...ids, hearingId: Id, heldOn: Instant },
  { ...sample, hearingId: 'h-1', heldOn: '2026-03-17T09:00:00.000Z' },
);
export const CaseHearingHeld = onCase(
  'review.case.hearing-held.v1',
  'The hearing took place; its summary stays with the review service.',
  { ...ids, hearingId: Id },
  { ...sample, hearingId: 'h-1' },
);

export const CaseHolderRemarked = onCase(
  'review.case.holder-remarked.v1',
  'A data holder remarked on an application for its data; the text stays with the review service.',
  { ...ids, holderId: Id },
  { ...sample, holderId: 'cnam' },
);

export const SessionPlanned = onSession(
  'review.session.planned.v1',
  'A session of the committee was planned; place and link stay with the review service.',
  { sessionId: Id, startsAt: Instant },
  { sessionId, startsAt: '2026-03-24T13:00:00.000Z' },
);
export const SessionItemAdded = onSession(
  'review.session.item-added.v1',
  'A case came on the agenda; `admitted` by the president although not every report was filed.',
  { sessionId: Id, caseId: Id, admitted: Type.Boolean() },
  { sessionId, caseId, admitted: false },
);
export const SessionItemRemoved = onSession(
  'review.session.item-removed.v1',
  'A case was taken off the agenda.',
  { sessionId: Id, caseId: Id },
  { sessionId, caseId },
);
export const SessionOpened = onSession(
  'review.session.opened.v1',
  'The president opened the session with the members present.',
  { sessionId: Id, present: Type.Array(Id) },
  { sessionId, present: ['president', 'rapporteur-1', 'rapporteur-2', 'member-1'] },
);
export const SessionItemOpened = onSession(
  'review.session.item-opened.v1',
  'A case of the agenda was put to the vote: those who take part in it and its quorum are frozen.',
  { sessionId: Id, caseId: Id, present: Type.Array(Id), quorum: Type.Integer() },
  { sessionId, caseId, present: ['president', 'rapporteur-1', 'rapporteur-2'], quorum: 3 },
);
export const SessionMinutesDrafted = onSession(
  'review.session.minutes-drafted.v1',
  'The minutes were drawn up; their text stays with the review service.',
  { sessionId: Id, caseIds: Type.Array(Id) },
  { sessionId, caseIds: [caseId] },
);
export const SessionClosed = onSession(
  'review.session.closed.v1',
  'The president approved the minutes and closed the session.',
  { sessionId: Id },
  { sessionId },
);
export const SessionCancelled = onSession(
  'review.session.cancelled.v1',
  'The session will not take place; the reason stays with the review service.',
  { sessionId: Id },
  { sessionId },
);

export const InterestsPublished = onInterests(
  'review.interests.published.v1',
  'A member of the committee published a standing declaration of interests; tied persons stay with the review service.',
  { memberId: Id, organisations: Type.Array(Id), sponsors: Type.Array(Id), confirmBy: Day },
  { memberId: 'member-3', organisations: ['inserm'], sponsors: [], confirmBy: '2027-03-02' },
);
export const InterestsConfirmed = onInterests(
  'review.interests.confirmed.v1',
  'A member confirmed that the standing declaration is still true, for another year.',
  { memberId: Id, confirmBy: Day },
  { memberId: 'member-3', confirmBy: '2028-03-01' },
);

export const committeeEvents = [
  CaseVoteReopened,
  CaseHearingCalled,
  CaseHearingHeld,
  CaseHolderRemarked,
  SessionPlanned,
  SessionItemAdded,
  SessionItemRemoved,
  SessionOpened,
  SessionItemOpened,
  SessionMinutesDrafted,
  SessionClosed,
  SessionCancelled,
  InterestsPublished,
  InterestsConfirmed,
] as const;
