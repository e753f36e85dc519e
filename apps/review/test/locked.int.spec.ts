import { CaseFlaggedSensitive, CaseLocked } from '@hub/contracts';
import { ReviewUnderTest, type Who } from './review-under-test.js';

const reasons = 'A formula of the sponsor stands in the protocol.';

describe('a sensitive case', () => {
  let review: ReviewUnderTest;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  afterAll(() => review?.stop());

  it('is flagged with its ground, which staff read on the case and nobody else [R7.2.8]', async () => {
    const id = await review.opened('sensitive');
    await review.does('officer', `/cases/${id}/sensitivity`, { ground: 'INTELLECTUAL_PROPERTY', reasons });
    const { sensitivity } = (await review.get('auditor', `/cases/${id}`)).body;
    expect(sensitivity).toMatchObject({ ground: 'INTELLECTUAL_PROPERTY', reasons, by: 'officer' });
    expect(JSON.stringify((await review.get('claire', `/cases/${id}`)).body)).not.toContain('formula');
    const { data } = await review.heard.until(CaseFlaggedSensitive, id);
    expect(data).toEqual({ caseId: id, applicationId: 'sensitive' });
    const wrong = await review.order('officer', `/cases/${id}/sensitivity`, { ground: 'CURIOSITY', reasons });
    expect(wrong.status).toBe(400);
  });

  it('once locked gives no paper to anybody, until it is unlocked [R7.2.9]', async () => {
    const id = await review.toTheAuthority('locked');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'REFUSED', reasons: 'Weighed.' });
    const papers = ['opinion.pdf?lang=fr', 'decision-card', 'decision-card.pdf?lang=en'];
    const statuses = (who: Who) =>
      Promise.all(papers.map(async (paper) => (await review.get(who, `/cases/${id}/${paper}`)).status));
    expect(await statuses('claire')).toEqual([200, 200, 200]);
    await review.does('officer', `/cases/${id}/lock`, { reasons });
    for (const who of ['claire', 'officer', 'authority', 'auditor'] as const)
      expect(await statuses(who)).toEqual([409, 409, 409]);
    expect(await statuses('eve')).toEqual([404, 404, 404]);
    const refused = (await review.get('claire', `/cases/${id}/decision-card`)).body;
    expect(refused).toMatchObject({ code: 'case-locked', en: expect.any(String), fr: expect.any(String) });
    expect((await review.get('claire', `/cases/${id}`)).body).toMatchObject({ lock: { at: expect.any(String) } });
    expect((await review.heard.until(CaseLocked, id)).data).toEqual({ caseId: id, applicationId: 'locked' });
    await review.does('authority', `/cases/${id}/lock/lifting`, { reasons: 'A patent was published.' });
    expect(await statuses('claire')).toEqual([200, 200, 200]);
  });
});
