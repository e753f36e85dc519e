import { CaseDeadlineMissed, DatasetPublished } from '@hub/contracts';
import { eventually, publish } from '@hub/testkit';
import { ReviewUnderTest, type Who } from './review-under-test.js';

const items = async (review: ReviewUnderTest, path: string, who: Who = 'officer'): Promise<any[]> =>
  (await review.get(who, path)).body.items;

describe('the hub’s officers', () => {
  let review: ReviewUnderTest;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    for (const name of ['a', 'b', 'c', 'd']) ids[name] = await review.opened(name);
    for (const name of ['a', 'b'])
      await review.does('officer', `/cases/${ids[name]}/officer`, { officerId: 'officer' });
    await review.does('officer', `/cases/${ids.c}/officer`, { officerId: 'other' });
    await review.does('officer', `/cases/${ids.a}/completeness`, {});
  });
  afterAll(() => review?.stop());

  /** The catalogue names the holder of the dataset asked for. */
  async function nameHolder(): Promise<void> {
    await publish(DatasetPublished, 'bleeds', { ...DatasetPublished.example, datasetId: 'bleeds', holderId: 'cnam' });
    await eventually(async () => {
      const { rows } = await review.rows('SELECT holder_id FROM known_holder WHERE dataset_id = $1', ['bleeds']);
      expect(rows).toEqual([{ holder_id: 'cnam' }]);
    });
  }

  it('find their own cases, those of nobody, of a procedure, and what is overdue', async () => {
    const of = async (query: string) =>
      (await items(review, `/cases?${query}`)).map(({ applicationId }) => applicationId).sort();
    expect(await of('officer=me')).toEqual(['a', 'b']);
    expect(await of('officer=none')).toEqual(['d']);
    expect(await of('officer=other')).toEqual(['c']);
    expect(await of('officer=me&status=COMMITTEE_REVIEW')).toEqual(['a']);
    expect(await of('procedure=FR_AUTHORISATION')).toEqual(['a', 'b', 'c', 'd']);
    expect(await of('procedure=EU_ACCESS')).toEqual([]);
    expect(await of('overdue=true')).toEqual([]);
  });

  it('page by the place that the page before named, without losing rows of one instant', async () => {
    const found: string[] = [];
    for (let path: string | null = '/cases?limit=1'; path; ) {
      const { body } = await review.get('officer', path);
      found.push(...body.items.map(({ applicationId }: { applicationId: string }) => applicationId));
      path = body.next && `/cases?limit=1&before=${encodeURIComponent(body.next)}`;
    }
    expect(found.sort()).toEqual(['a', 'b', 'c', 'd']);
    expect((await review.get('officer', '/cases?before=yesterday')).status).toBe(400);
  });

  it('see who looks after how much, what is late and what ends next; nobody else does', async () => {
    const before = await items(review, '/cases/workload');
    expect(before).toMatchObject([
      { officerId: null, open: 1, overdue: 0 },
      { officerId: 'officer', open: 2, overdue: 0, nextDueAt: '2026-03-11T22:59:59.999Z' },
      { officerId: 'other', open: 1, overdue: 0 },
    ]);
    expect((await review.get('claire', '/cases/workload')).status).toBe(403);
    review.hub.clock.moveTo(new Date('2026-03-11T23:00:00.000Z'));
    for (const name of ['b', 'c', 'd']) await review.heard.until(CaseDeadlineMissed, ids[name] as string);
    await eventually(async () => {
      const after = await items(review, '/cases/workload');
      expect(after.map(({ officerId, overdue }) => [officerId, overdue])).toEqual([
        [null, 1],
        ['officer', 1],
        ['other', 1],
      ]);
    });
    const late = (await items(review, '/cases?overdue=true')).map(({ applicationId }) => applicationId).sort();
    expect(late).toEqual(['b', 'c', 'd']);
    expect(await items(review, '/cases?overdue=false')).toMatchObject([{ applicationId: 'a' }]);
  });

  it('see that the holder is unknown, and hand the case over once the catalogue names one', async () => {
    const unknown = await Promise.all(['f', 'g'].map((name) => review.opened(name, 'EU_TRUSTED_HOLDER')));
    const [first, second] = unknown as [string, string];
    expect((await review.get('officer', `/cases/${first}`)).body.holderUnknown).toBe(true);
    await review.does('officer', `/cases/${first}/completeness`, {});
    const gone = await review.does('officer', `/cases/${first}/proposals/forgone`, { reason: 'Nobody holds it.' });
    expect(gone.status).toBe('AUTHORITY_REVIEW');
    await nameHolder();
    await review.does('officer', `/cases/${second}/completeness`, {});
    expect((await review.get('holder', `/cases/${second}`)).body.you).toEqual(['holder']);
  });

  it('hand a case to the trusted holder that the catalogue names, and the holder finds it', async () => {
    await nameHolder();
    await review.submit('e', { procedure: 'EU_TRUSTED_HOLDER' });
    const id = await eventually(async () => {
      const { status, body } = await review.get('officer', '/cases/by-application/e');
      if (status !== 200) throw new Error(`no case yet: ${status}`);
      return body.id as string;
    });
    const held = async () => (await items(review, '/cases', 'holder')).filter((one) => one.applicationId === 'e');
    expect(await held()).toEqual([]);
    await review.does('officer', `/cases/${id}/completeness`, {});
    expect(await held()).toMatchObject([{ status: 'HOLDER_ASSESSMENT' }]);
    expect((await review.get('holder', `/cases/${id}`)).body).toMatchObject({
      you: ['holder'],
      allowed: ['propose-decision'],
    });
    const seized = await review.does('holder', `/cases/${id}/proposals`, { proposal: 'GRANT', reasons: 'Useful.' });
    expect(seized.status).toBe('AUTHORITY_REVIEW');
    expect(JSON.stringify(review.heard.raw)).not.toContain('Useful.');
  });
});
