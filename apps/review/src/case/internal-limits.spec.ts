import { declaredProcedures, Procedures, revisedBy } from '@hub/procedures';
import { awaitedReminders } from '../clocks/reminders.js';
import { missedSince } from '../clocks/running.js';
import {
  claire,
  justAfter,
  officer,
  person,
  remarks,
  review,
  scope,
  storyUnder,
  submission,
  team,
} from './case.fixture.js';
import { type Opened, reviewCaseUnder } from './case.js';
import { viewOf } from './case.view.js';
import { missLimit } from './miss-limit.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { requestInformation, requestInformationForDecision } from './request-information.js';
import { Story } from './story.fixture.js';

const revised = revisedBy(declaredProcedures, [
  {
    id: 'EU_ACCELERATED',
    ...{ version: 1000, revises: 1 },
    clocks: {
      INTERNAL_PRE_SCREENING: { length: { workingDays: 5 }, remindDaysBefore: [1] },
      INTERNAL_AUTHORITY_REVIEW: { length: { workingDays: 20 } },
    },
  },
]);
if ('wrong' in revised) throw new Error(revised.wrong.join());
const procedures = new Procedures(revised.procedures);
const begun = Story.of({ ...submission, procedure: 'EU_ACCELERATED', procedureVersion: 1000 }, procedures);
const body = person('helena', 'hdh', 'authority_officer');
const inside = '2026-03-09T22:59:59.999Z';

describe('a limit that the body sets itself', () => {
  it('runs in its step beside the law’s, and reminds; a case that began before it has none [R8.0.3]', () => {
    expect(begun.due('INTERNAL_PRE_SCREENING')).toBe(inside);
    const { clocks, procedure } = (begun.state as Opened).file;
    expect(awaitedReminders(clocks, procedure)).toEqual([
      { name: 'INTERNAL_PRE_SCREENING', dueAt: '2026-03-08T22:59:59.999Z' },
    ]);
    const seized = begun.then(recordCompleteness, { urgent: false }, officer);
    expect([seized.due('INTERNAL_PRE_SCREENING'), seized.due('INTERNAL_AUTHORITY_REVIEW')]).toEqual([
      undefined,
      '2026-03-30T21:59:59.999Z',
    ]);
    expect(seized.due('AUTHORITY_DECISION')).toBe('2026-05-04T21:59:59.999Z');
    const before = storyUnder('EU_ACCELERATED', [], procedures);
    expect((before.state as Opened).file).toMatchObject({ procedure: { version: 1 }, clocks: {} });
  });
  it('stands still while the applicant is asked', () => {
    const asked = begun.then(requestInformation, { remarks }, officer, new Date('2026-03-04T09:00:00.000Z'));
    expect(asked.due('INTERNAL_PRE_SCREENING')).toBeUndefined();
    const requestId = (asked.state as Opened).file.requests[0]?.requestId as string;
    const answer = { requestId, team, scope, providedAt: '2026-03-11T09:00:00.000Z' };
    expect(asked.then(receiveInformation, answer, review).due('INTERNAL_PRE_SCREENING')).toBe(
      '2026-03-16T22:59:59.999Z',
    );
  });
  it('stays overdue, and does not begin again, when the applicant is asked after its end', () => {
    const now = justAfter(inside);
    const late = begun
      .then(missLimit, { clock: 'INTERNAL_PRE_SCREENING', dueAt: inside }, review, now)
      .then(requestInformation, { remarks }, officer, now);
    const { requests } = (late.state as Opened).file;
    const answer = { requestId: requests[0]?.requestId as string, team, scope, providedAt: '2026-03-20T09:00:00.000Z' };
    const answered = late.then(receiveInformation, answer, review, new Date('2026-03-20T09:00:00.000Z'));
    answered.is({ status: 'PRE_SCREENING', file: { clocks: { INTERNAL_PRE_SCREENING: { missed: true } } } });
    expect(answered.due('INTERNAL_PRE_SCREENING')).toBe(inside);
  });
  it('is shown late to those who work on the case, never to the applicant', () => {
    const missed = begun.then(missLimit, { clock: 'INTERNAL_PRE_SCREENING', dueAt: inside }, review, justAfter(inside));
    const state = missed.state as Opened;
    const beside = { id: 'case-1', version: 2, now: justAfter(inside), allowed: [] };
    expect(viewOf(state, officer, beside)).toMatchObject({
      clocks: [{ name: 'INTERNAL_PRE_SCREENING', overdue: true }],
    });
    expect(viewOf(state, claire, beside)).toMatchObject({ clocks: [] });
    expect(missedSince(state.file.clocks)).toBeUndefined();
    missed.then(recordCompleteness, { urgent: false }, officer).then(requestInformationForDecision, { remarks }, body);
    expect(reviewCaseUnder(procedures).relations(state, claire)).toEqual(['lead']);
  });
});
