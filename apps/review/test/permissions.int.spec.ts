import { system } from '@hub/decider';
import { answersOf } from '@hub/testkit';
import type { CaseEvent } from '../src/case/case.events.js';
import { CaseStore } from '../src/case/case.store.js';
import { casePermissions } from '../src/case/permissions.fixture.js';
import { ReviewUnderTest } from './review-under-test.js';

const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];
const bodies: Readonly<Record<string, readonly [string, object]>> = {
  'assign-officer': ['officer', { officerId: 'officer' }],
  'request-information': ['information-requests', { remarks }],
  'record-completeness': ['completeness', {}],
  'reject-incomplete': ['rejection', { reasons: 'r' }],
  redirect: ['redirection', { procedure: 'FR_MR004', reasons: 'r' }],
  'declare-interest': ['interests', { interest: false }],
  'file-report': ['reports', { text: 't', proposal: 'FAVOURABLE' }],
  'file-remark': ['remarks', { text: 't' }],
  'call-hearing': ['hearings', { heldOn: '2026-03-17T10:00:00+01:00', questions: ['Why?'] }],
  'extend-opinion': ['opinion/extension', { reason: 'r' }],
  'go-on-to-authority': ['authority', {}],
  'request-information-for-decision': ['decision/information-requests', { remarks }],
  'renew-authority-time': ['decision/renewal', { reason: 'r' }],
};

/** Two cases are of two applications, and a rapporteur has so many files a month. */
const anew = (events: readonly CaseEvent[], id: string): CaseEvent[] =>
  events.map((event) => {
    if (event.type === 'opened') return { ...event, applicationId: `of-${id}` };
    if (event.type !== 'rapporteurs-named') return event;
    const { slots: _slots, ...named } = event;
    return named;
  });

describe('the routes of a case', () => {
  let review: ReviewUnderTest;
  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  afterAll(() => review?.stop());

  it('answer everybody as its permissions.txt says; whom it does not exist for cannot tell it from none', async () => {
    const { count, otherwise } = await answersOf({
      table: casePermissions,
      store: review.hub.service.app.get(CaseStore),
      begunBy: system('review'),
      anew,
      states: ['PRE_SCREENING', 'COMMITTEE_REVIEW (reports filed)'],
      read: (id) => `/cases/${id}`,
      routes: Object.fromEntries(
        Object.entries(bodies).map(([name, [path, body]]) => [
          name,
          (id: string) => ({ path: `/cases/${id}/${path}`, body }),
        ]),
      ),
      as: review.hub.as,
    });
    expect(otherwise).toEqual([]);
    for (const asked of Object.values(count)) expect(asked).toBeGreaterThan(4);
  }, 180_000);
});
