import {
  ApplicationInformationProvided,
  ApplicationWithdrawn,
  CaseClosedByWithdrawal,
  CaseDeadlineMissed,
  CaseDeadlineNear,
  CaseDecided,
  CaseInformationReceived,
  CaseInformationRequested,
  CaseOpinionIssued,
  CaseRejectedIncomplete,
  PermitExpired,
} from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { eventually, publish, testKafka } from '@hub/testkit';
import { Post } from '../src/clocks/post.client.js';
import { ReviewUnderTest, scope, team } from './review-under-test.js';

const start = new Date('2026-03-02T09:00:00.000Z');
const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];

describe('the clocks of a review', () => {
  let review: ReviewUnderTest;
  let running: RunningService | undefined;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  beforeEach(() => review.hub.clock.moveTo(start));
  afterAll(() => review?.stop());

  const moveTo = (instant: string) => review.hub.clock.moveTo(new Date(instant));
  const of = (type: string, subject: string) =>
    review.heard.events.filter((event) => event.type === type && event.subject === subject);

  it('flag the hub’s delay after 7 working days, once, and leave the file to be forwarded', async () => {
    const id = await review.opened('late-hub');
    moveTo('2026-03-11T23:00:00.000Z');
    expect((await review.heard.until(CaseDeadlineMissed, id)).data).toMatchObject({
      clock: 'FORWARD_TO_COMMITTEE',
      dueAt: '2026-03-11T22:59:59.999Z',
    });
    const { body } = await review.get('officer', `/cases/${id}`);
    expect(body.clocks).toMatchObject([{ name: 'FORWARD_TO_COMMITTEE', overdue: true }]);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // two more polls
    expect(of(CaseDeadlineMissed.type, id)).toHaveLength(1);
    await review.does('officer', `/cases/${id}/completeness`, {});
  });

  it('remind without making stale what an officer has seen', async () => {
    const id = await review.opened('seen-before');
    const { version } = (await review.get('officer', `/cases/${id}`)).body;
    moveTo('2026-03-10T12:00:00.000Z');
    await review.heard.until(CaseDeadlineNear, id);
    expect((await review.order('officer', `/cases/${id}/completeness`, {}, version)).status).toBe(200);
    expect((await review.order('officer', `/cases/${id}/officer`, { officerId: 'o' }, version)).status).toBe(412);
  });

  it('make a silent committee’s opinion tacitly favourable, and a silent authority’s decision a refusal then', async () => {
    const id = await review.opened('silent');
    await review.does('officer', `/cases/${id}/completeness`, {});
    moveTo('2026-04-02T22:00:00.000Z');
    expect((await review.heard.until(CaseOpinionIssued, id)).data.opinion).toBe('TACIT_FAVOURABLE');
    await review.does('claire', `/cases/${id}/authority`);
    moveTo('2026-06-03T22:00:00.000Z');
    expect((await review.heard.until(CaseDecided, id)).data).toMatchObject({ decision: 'REFUSED', tacit: true });
  });

  it('authorise by silence after an express favourable opinion; the permit follows, and expires', async () => {
    const id = await review.toTheAuthority('silent-authority', 'FAVOURABLE_WITH_RECOMMENDATIONS');
    moveTo('2026-05-04T22:00:00.000Z');
    expect((await review.heard.until(CaseDecided, id)).data).toMatchObject({ decision: 'AUTHORISED', tacit: true });
    const permitId = await review.permitOf(id);
    expect((await review.get('claire', `/permits/${permitId}`)).body.document.decision).toMatchObject({
      tacit: true,
      at: '2026-05-04T21:59:59.999Z',
    });
    moveTo('2029-05-03T22:00:00.000Z');
    expect((await review.heard.until(PermitExpired, permitId.replace('-v1', ''))).data).toMatchObject({ permitId });
    expect((await review.get(undefined, `/permits/${permitId}/verification`)).body.status).toBe('EXPIRED');
  });

  it('follow a withdrawal: nothing runs any more', async () => {
    const id = await review.opened('withdrawn');
    await publish(ApplicationWithdrawn, 'withdrawn', { applicationId: 'withdrawn', withdrawnFrom: 'PRE_SCREENING' });
    await review.heard.until(CaseClosedByWithdrawal, id);
    const { rows } = await review.rows('SELECT * FROM deadline WHERE subject = $1 AND done_at IS NULL', [id]);
    expect(rows).toEqual([]);
  });

  it('reject after four weeks without an answer, also when the service was down at that instant', async () => {
    const [silent, answered] = [await review.opened('no-answer'), await review.opened('answered-meanwhile')];
    for (const id of [silent, answered]) await review.does('officer', `/cases/${id}/information-requests`, { remarks });
    const { requestId } = (await review.heard.until(CaseInformationRequested, answered)).data;

    const post = new Post(testKafka());
    await eventually(async () => expect(await post.isRead()).toBe(true));
    await review.stopService();
    const provided = {
      applicationId: 'answered-meanwhile',
      requestId,
      fields: ['purpose.expectedBenefit'],
      team,
      scope,
    };
    await publish(ApplicationInformationProvided, 'answered-meanwhile', provided, {
      time: new Date('2026-03-20T10:00:00Z'),
    });
    expect(await post.isRead()).toBe(false); // so that no clock takes the waiting answer for silence
    moveTo('2026-04-15T12:00:00.000Z'); // the limit passed on 30 March, with nobody there
    running = await review.another();

    await review.heard.until(CaseRejectedIncomplete, silent);
    await review.heard.until(CaseInformationReceived, answered);
    expect(of(CaseRejectedIncomplete.type, answered)).toEqual([]);
    const officer = await review.at(running, 'officer');
    expect((await officer.get(`/cases/${silent}`)).body).toMatchObject({
      status: 'REJECTED_INCOMPLETE',
      rejection: { silent: true },
    });
    expect((await officer.get(`/cases/${answered}`)).body).toMatchObject({
      status: 'PRE_SCREENING',
      informationRequests: [{ requestId, remarks, answeredAt: '2026-03-20T10:00:00.000Z' }],
    });
  });

  it('give one order of two processes that poll the same end', async () => {
    const second = await review.another();
    await review.submit('both');
    const officer = await review.at(second, 'officer');
    const id = await eventually(async () => {
      const { status: found, body } = await officer.get('/cases/by-application/both');
      if (found !== 200) throw new Error('not yet');
      return body.id as string;
    });
    moveTo('2026-03-11T23:00:00.000Z');
    await review.heard.until(CaseDeadlineMissed, id);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(of(CaseDeadlineMissed.type, id)).toHaveLength(1);
  });

  it('remind once before an end, also when nobody was there at that instant, and two are there afterwards', async () => {
    const before = await review.another();
    await review.submit('reminded');
    const officer = await review.at(before, 'officer');
    const id = await eventually(async () => {
      const { status: found, body } = await officer.get('/cases/by-application/reminded');
      if (found !== 200) throw new Error('not yet');
      return body.id as string;
    });
    await review.stopOthers();
    moveTo('2026-03-10T12:00:00.000Z'); // two days before the end on 11 March were on the 9th
    await Promise.all([review.another(), review.another()]);
    expect((await review.heard.until(CaseDeadlineNear, id)).data).toMatchObject({
      clock: 'FORWARD_TO_COMMITTEE',
      dueAt: '2026-03-11T22:59:59.999Z',
      party: 'hub',
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(of(CaseDeadlineNear.type, id)).toHaveLength(1);
    const { rows } = await review.rows(`SELECT kind FROM deadline WHERE subject = $1 AND done_at IS NULL`, [id]);
    expect(rows).toEqual([{ kind: 'case' }]);
  });
});
