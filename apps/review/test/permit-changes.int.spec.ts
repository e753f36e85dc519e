import { PermitAmended, PermitReinstated, PermitRenewed, PermitRevocationAppealed } from '@hub/contracts';
import type { RunningService } from '@hub/http-edge';
import { textOfPdf } from '@hub/testkit';
import { ReviewUnderTest } from './review-under-test.js';

const zoe = { personId: 'zoe', organisationId: 'chu', role: 'member' };
const justification = 'The work takes longer.';

describe('a permit changes over HTTP', () => {
  let review: ReviewUnderTest;
  let second: RunningService;
  let baseId: string;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    second = await review.another();
    const id = await review.toTheAuthority('app-changes');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons: 'Proportionate.' });
    baseId = (await review.permitOf(id)).replace('-v1', '');
  });
  afterAll(() => review?.stop());

  const permit = async (path = '') => (await review.get('claire', `/permits/${baseId}${path}`)).body;

  it('by an amendment that two officers approve and reject at once: one ruling stands', async () => {
    const beyond = { add: [zoe], datasets: ['other'], justification };
    expect((await review.order('claire', `/permits/${baseId}/amendment-requests`, beyond)).body).toMatchObject({
      status: 422,
      code: 'needs-new-application',
    });
    await review.does('claire', `/permits/${baseId}/amendment-requests`, { add: [zoe], justification });
    const { request, version, allowed } = await permit();
    expect([request.askedBy, allowed]).toEqual(['claire', []]);
    const { rows } = await review.rows('SELECT status, pending FROM permit WHERE base_id = $1', [baseId]);
    expect(rows).toEqual([{ status: 'GRANTED', pending: 'AMENDMENT_REQUESTED' }]);
    const callers = [await review.hub.as(review.people.authority), await review.at(second, 'authority')];
    const ruling = (index: number) => (index ? { ruling: 'REJECTED', reasons: 'No.' } : { ruling: 'APPROVED' });
    const replies = await Promise.all(
      callers.map((caller, index) =>
        caller.post(
          `/permits/${baseId}/change-ruling`,
          { ...ruling(index), requestId: request.requestId },
          { version },
        ),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
    expect((await permit()).version).toBe(version + 1);
    if ((await permit()).code === 'AMENDED') await review.heard.until(PermitAmended, baseId);
  });

  it('by a renewal, whose new end others are told', async () => {
    const { document } = await permit();
    await review.does('claire', `/permits/${baseId}/renewal-requests`, { months: 12, justification });
    const { request } = await permit();
    await review.does('authority', `/permits/${baseId}/change-ruling`, {
      ruling: 'APPROVED',
      requestId: request.requestId,
    });
    const { data } = await review.heard.until(PermitRenewed, baseId);
    expect(data.validUntil).toBe('2030-03-01');
    expect(document.validity.until).toBe('2029-03-01');
    const { rows } = await review.rows('SELECT valid_until::text, pending FROM permit WHERE base_id = $1', [baseId]);
    expect(rows).toEqual([{ valid_until: '2030-03-01', pending: null }]);
    const due = await review.rows(
      `SELECT due_key FROM deadline WHERE kind = 'permit' AND subject = $1 AND done_at IS NULL`,
      [baseId],
    );
    expect(due.rows).toEqual([{ due_key: '2030-03-01T22:59:59.999Z' }]);
  });

  it('is checked by anybody, as a document or by number and fingerprint', async () => {
    const { document, signature, keyId } = await permit();
    const anybody = await review.hub.as(undefined);
    const check = async (body: object) => (await anybody.post('/permits/verification', body)).body;
    const status = await review.get(undefined, `/permits/${baseId}/status`);
    expect(status.body).toMatchObject({ baseId, id: document.id, status: 'RENEWED', validUntil: '2030-03-01' });
    expect(JSON.stringify(status.body)).not.toMatch(/claire|david|inserm/);
    expect(await check({ document, signature, keyId })).toMatchObject({ genuine: true, status: 'VALID' });
    expect(await check({ id: document.id, sha256: status.body.sha256 })).toMatchObject({ genuine: true });
    expect(await check({ id: `${baseId}-v1`, sha256: status.body.sha256 })).toMatchObject({ why: 'other-content' });
    expect(await check({ document: { ...document, persons: [] }, signature, keyId })).toMatchObject({ genuine: false });
    expect((await anybody.post('/permits/verification', { document })).status).toBe(400);
  });

  it('is printed for those concerned, in their language', async () => {
    const print = async (who: 'claire' | 'eve', lang: string) =>
      (await review.hub.as(review.people[who])).get(`/permits/${baseId}/document.pdf?lang=${lang}`);
    expect((await print('eve', 'fr')).status).toBe(404);
    expect((await print('claire', 'xx')).status).toBe(400);
    const reply = await fetch(`${review.hub.service.url}/permits/${baseId}/document.pdf?lang=en`, {
      headers: { authorization: `Bearer ${await review.hub.directory.token(review.people.claire)}` },
    });
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    const text = await textOfPdf(Buffer.from(await reply.arrayBuffer()));
    expect(text).toContain('project lead');
    expect(text).toContain((await permit()).keyId);
  });

  it('is revoked, appealed by the lead and reinstated by another officer', async () => {
    await review.does('authority', `/permits/${baseId}/revocation`, { reasons: 'Misuse.' });
    await review.does('claire', `/permits/${baseId}/appeal`, { grounds: 'A mistake.' });
    const { data } = await review.heard.until(PermitRevocationAppealed, baseId);
    expect(JSON.stringify(data)).not.toContain('mistake');
    const approved = { ruling: 'APPROVED', reasons: 'A mistake indeed.' };
    expect((await review.order('authority', `/permits/${baseId}/appeal/ruling`, approved)).body.code).toBe(
      'ruling-on-own-revocation',
    );
    await review.does('authority-2', `/permits/${baseId}/appeal/ruling`, approved);
    const reinstated = await review.heard.until(PermitReinstated, baseId);
    expect(reinstated.data).toMatchObject({ team: expect.any(Array), validUntil: '2030-03-01' });
    expect((await review.get(undefined, `/permits/${baseId}/status`)).body.status).toBe('RENEWED');
    const due = await review.rows(
      `SELECT due_key FROM deadline WHERE kind = 'permit' AND subject = $1 AND done_at IS NULL`,
      [baseId],
    );
    expect(due.rows).toHaveLength(1);
  });
});
