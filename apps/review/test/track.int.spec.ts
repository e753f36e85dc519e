import { CaseDeadlineNear, CaseTrackChanged } from '@hub/contracts';
import { ReviewUnderTest } from './review-under-test.js';

const reasons = 'The applicant is a public-health agency with a mandate of the ministry.';
const [three, two] = ['2026-06-02T21:59:59.999Z', '2026-05-04T21:59:59.999Z'];

describe('a case that changes its track', () => {
  let review: ReviewUnderTest;
  let id: string;
  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    id = await review.opened('moved', 'EU_ACCESS');
    await review.does('officer', `/cases/${id}/completeness`, {});
  });
  afterAll(() => review?.stop());

  const awaited = async () => {
    const { rows } = await review.rows(
      'SELECT kind, clock, due_at FROM deadline WHERE subject = $1 AND done_at IS NULL ORDER BY due_at',
      [id],
    );
    return rows.map(({ kind, clock, due_at: due }) => [kind, clock, (due as Date).toISOString()]);
  };

  it('is awaited at its new end, announced with it, and counted under the new track [R8.0.4]', async () => {
    const clock = 'AUTHORITY_DECISION';
    expect((await awaited()).at(-1)).toEqual(['case', clock, three]);
    const refused = await review.order('officer', `/cases/${id}/track`, { track: 'EU_DATA_REQUEST', reasons });
    expect([refused.status, refused.body.code]).toEqual([422, 'not-a-track']);
    await review.does('officer', `/cases/${id}/track`, { track: 'EU_ACCELERATED', reasons });
    const { data } = await review.heard.until(CaseTrackChanged, id);
    expect(data).toMatchObject({ procedure: 'EU_ACCELERATED', phase: 'AUTHORITY_REVIEW', dueAt: two });
    expect(await awaited()).toEqual([
      ['reminder', clock, '2026-04-20T21:59:59.999Z'],
      ['reminder', clock, '2026-05-01T21:59:59.999Z'],
      ['case', clock, two],
    ]);
    for (const table of ['case_delay', 'register_entry']) {
      const { rows } = await review.rows(`SELECT procedure FROM ${table} WHERE case_id = $1`, [id]);
      expect(rows).toEqual([{ procedure: 'EU_ACCELERATED' }]);
    }
    const { body } = await review.get('officer', '/cases?procedure=EU_ACCELERATED');
    expect(body.items).toMatchObject([{ id, nextDueAt: two }]);
  });

  it('reminds of the new end', async () => {
    review.hub.clock.moveTo(new Date('2026-04-20T22:00:00.000Z'));
    const { data } = await review.heard.until(CaseDeadlineNear, id);
    expect(data).toMatchObject({ clock: 'AUTHORITY_DECISION', dueAt: two });
  });
});
