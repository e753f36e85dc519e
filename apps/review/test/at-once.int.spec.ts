import { PermitGranted } from '@hub/contracts';
import { system } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { content } from '../src/permit/permit.fixture.js';
import { PermitStore } from '../src/permit/permit.store.js';
import { ReviewUnderTest } from './review-under-test.js';

describe('two at once', () => {
  let review: ReviewUnderTest;
  let second: RunningService;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    second = await review.another();
  });
  afterAll(() => review?.stop());

  const version = async (id: string) => (await review.get('auditor', `/cases/${id}`)).body.version as number;
  const of = (type: string, subject: string) =>
    review.heard.events.filter((event) => event.type === type && event.subject === subject);

  it('the authority’s two officers decide differently on what both have seen: one decision stands', async () => {
    const id = await review.toTheAuthority('two-decisions');
    const seen = await version(id);
    const [one, other] = [await review.hub.as(review.people.authority), await review.at(second, 'authority')];
    const replies = await Promise.all([
      one.post(`/cases/${id}/decision`, { decision: 'AUTHORISED', reasons: 'Yes.' }, { version: seen }),
      other.post(`/cases/${id}/decision`, { decision: 'REFUSED', reasons: 'No.' }, { version: seen }),
    ]);
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
    expect(await version(id)).toBe(seen + 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(of('review.case.decided.v1', id)).toHaveLength(1);
  });

  it('a member votes twice, in two places: one vote counts', async () => {
    const id = await review.opened('two-votes');
    await review.does('officer', `/cases/${id}/completeness`, {});
    await review.toTheVote(id);
    const seen = await version(id);
    const [one, other] = [await review.hub.as(review.people['member-1']), await review.at(second, 'member-1')];
    const replies = await Promise.all(
      [one, other].map((caller, index) =>
        caller.post(`/cases/${id}/votes`, { vote: index ? 'UNFAVOURABLE' : 'FAVOURABLE' }, { version: seen }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await version(id)).toBe(seen + 1);
    const { body } = await review.get('member-1', `/cases/${id}`);
    expect(Object.keys(body.committee.vote.votes)).toEqual(['member-1']);
  });

  it('a retried order with its key gives its first answer, and one vote', async () => {
    const { body } = await review.get('auditor', '/cases/by-application/two-votes');
    const caller = await review.hub.as(review.people['rapporteur-1']);
    const vote = () =>
      caller.post(`/cases/${body.id}/votes`, { vote: 'FAVOURABLE' }, { version: body.version, key: 'my-vote' });
    const first = await vote();
    expect(first.status).toBe(200);
    expect((await vote()).body).toEqual(first.body);
    expect(await version(body.id)).toBe(body.version + 1);
  });

  it('permits decided at the same time take numbers without a gap and without a double; each case gets one', async () => {
    const stores = [review.hub.service.app.get(PermitStore), second.app.get(PermitStore)];
    const order = (caseId: string) => ({
      actor: system('review'),
      once: { scope: 'review.grant-permit-when-authorised', key: caseId },
      correlationId: caseId,
    });
    const numbered = { ...content, authority: { ...content.authority, code: 'CNIL' } };
    const cases = Array.from({ length: 8 }, (_, index) => `case-${index}`);
    await Promise.all(
      // Every case is issued in both processes, as after a rebalance.
      cases.flatMap((caseId) =>
        stores.map((store) => store.issue({ ...numbered, caseId }, order(caseId)).catch((error) => error)),
      ),
    );
    const { rows } = await review.rows('SELECT case_id, number FROM permit ORDER BY number', []);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(
      rows
        .filter(({ case_id }) => String(case_id).startsWith('case-'))
        .map(({ case_id }) => case_id)
        .sort(),
    ).toEqual(cases);
    // Whoever lost the race sees, when the event comes again, that nothing is left to do.
    const again = stores.map((store) => store.issue({ ...numbered, caseId: 'case-0' }, order('case-0')));
    expect(await Promise.all(again)).toEqual([undefined, undefined]);
    await review.heard.until(PermitGranted, `CNIL-2026-${String(rows.length).padStart(6, '0')}`);
  });
});
