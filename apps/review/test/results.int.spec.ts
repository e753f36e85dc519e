import { ResultOverdue, ResultPublished } from '@hub/contracts';
import { eventually, Heard } from '@hub/testkit';
import { ReviewUnderTest, type Who } from './review-under-test.js';

const publication = {
  title: { fr: 'Les hémorragies sont rares', en: 'Bleeding is rare' },
  summary: { fr: 'Une personne sur mille.', en: 'One person in a thousand.' },
  links: ['https://doi.org/10.1000/182'],
  publishedOn: '2026-03-01',
};

describe('results of permits', () => {
  let review: ReviewUnderTest;
  let heard: Heard;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    heard = await Heard.on('hub.review.result.v1');
  });
  afterAll(async () => {
    await heard?.stop();
    await review?.stop();
  });

  const read = async (path: string) => (await review.get(undefined, path)).body;

  async function permitted(applicationId: string): Promise<string> {
    const id = await review.toTheAuthority(applicationId);
    const decision = { decision: 'AUTHORISED', reasons: 'Proportionate.', months: 6 };
    await review.does('authority', `/cases/${id}/decision`, decision);
    const permitId = await review.permitOf(id);
    await eventually(async () => {
      expect((await review.get('claire', `/permits/${permitId}/result`)).status).toBe(200);
    });
    return permitId;
  }

  async function order(who: Who, permitId: string, path: string, body?: unknown) {
    const { body: seen } = await review.get('officer', `/permits/${permitId}/result`);
    return review.order(who, `/permits/${permitId}/${path}`, body, seen.version);
  }

  it('are published by the team and read, found and corrected in the register', async () => {
    const permitId = await permitted('app-results');
    expect(await read('/register/app-results')).toMatchObject({ result: { status: 'DUE', title: null } });
    expect((await review.get(undefined, '/register/app-results/result')).status).toBe(404);
    expect((await order('officer', permitId, 'result', publication)).status).toBe(403);
    const script = { ...publication, links: ['javascript:alert(1)'] };
    expect((await order('david', permitId, 'result', script)).status).toBe(400);
    expect((await order('david', permitId, 'result', publication)).status).toBe(200);
    await heard.until(ResultPublished, permitId.replace('-v1', ''));
    expect((await read('/register?q=hemorragies&results=PUBLISHED')).items).toHaveLength(1);
    const corrected = { ...publication, summary: { fr: 'Deux.', en: 'Two.' }, reason: 'A wrong number.' };
    expect((await order('claire', permitId, 'result/correction', corrected)).status).toBe(200);
    const { publications } = await read('/register/app-results/result');
    expect(publications).toMatchObject([publication, { summary: { fr: 'Deux.' }, reason: 'A wrong number.' }]);
    const entry = await read('/register/app-results');
    expect(entry).toMatchObject({ result: { status: 'PUBLISHED', summary: { fr: 'Deux.' } } });
    expect(entry.history.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['RESULT_PUBLISHED', 'RESULT_CORRECTED']),
    );
    expect(JSON.stringify([publications, entry])).not.toMatch(/claire|david/);
  });

  it('are overdue once after 18 months, in the register and as an event', async () => {
    const permitId = await permitted('app-late');
    const { body } = await review.get('claire', `/permits/${permitId}/result`);
    // Valid until 1 September 2026; 1 March 2028 is a Wednesday.
    expect(body.dueAt).toBe('2028-03-01T22:59:59.999Z');
    review.hub.clock.moveTo(new Date('2028-03-01T23:00:00.000Z'));
    const base = permitId.replace('-v1', '');
    expect((await heard.until(ResultOverdue, base)).data).toMatchObject({ dueAt: body.dueAt });
    const { items } = await read('/register?results=OVERDUE');
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['app-late']);
    await review.another();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { rows } = await review.rows(`SELECT 1 FROM event WHERE stream = $1 AND type = 'overdue'`, [
      `result/${base}`,
    ]);
    expect(rows).toHaveLength(1);
  });
});
