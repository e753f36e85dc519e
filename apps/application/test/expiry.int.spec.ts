import { ApplicationDraftExpired, ApplicationDraftExpiring } from '@hub/contracts';
import { type Caller, eventually, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { service } from './running-service.js';

const dayMs = 24 * 3600 * 1000;

describe('an idle draft', () => {
  let hub: ServiceUnderTest;
  let heard: Heard;
  let lead: Caller;

  beforeAll(async () => {
    hub = await testService(service);
    heard = await Heard.on('hub.application.application.v1');
    lead = await hub.as(person('claire', 'inserm', 'applicant'));
  });
  afterAll(async () => {
    await heard?.stop();
    await hub?.stop();
  });

  const begun = async (): Promise<string> =>
    (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body.id;
  const told = (id: string) => heard.events.filter(({ subject }) => subject === id).map(({ type }) => type);

  it('is announced and ended once each, one that is touched lives on, and its row is gone [R6.2.20]', async () => {
    const [idle, touched] = [await begun(), await begun()];
    hub.clock.advance(165 * dayMs);
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // a round of the clock in which nothing is due
    expect((await lead.get(`/applications/${idle}`)).body.expiresAt).toBeUndefined();
    hub.clock.advance(1 * dayMs);
    const notice = await heard.until(ApplicationDraftExpiring, idle);
    expect(notice.data).toMatchObject({ leadId: 'claire', expiresAt: '2026-08-29T09:00:00.000Z' });
    const { body } = await eventually(async () => {
      const seen = await lead.get(`/applications/${touched}`);
      expect(seen.body.expiresAt).toBe('2026-08-29T09:00:00.000Z');
      return seen;
    });
    const saved = await lead.put(
      `/applications/${touched}/answers`,
      { answers: { 'purpose.aim': 'still wanted' } },
      { version: body.version },
    );
    expect(saved.status).toBe(200);
    hub.clock.advance(14 * dayMs);
    await heard.until(ApplicationDraftExpired, idle);
    expect((await lead.get(`/applications/${idle}`)).status).toBe(404);
    const mine = (await lead.get('/applications')).body.items.map((row: { id: string }) => row.id);
    expect(mine).toEqual([touched]);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // two more rounds
    expect(told(idle).map((type) => type.split('.')[2])).toEqual(['drafted', 'draft-expiring', 'draft-expired']);
    expect(told(touched)).not.toContain(ApplicationDraftExpired.type);
  });

  it('ends although the service was cut from its database when it came due', async () => {
    const id = await begun();
    hub.proxy.cut();
    hub.clock.advance(200 * dayMs);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    hub.proxy.mend();
    const { expiresAt } = (await heard.until(ApplicationDraftExpiring, id)).data;
    expect(Date.parse(expiresAt)).toBe(hub.clock.now().getTime() + 14 * dayMs);
    hub.clock.advance(14 * dayMs);
    await heard.until(ApplicationDraftExpired, id);
    expect(told(id)).toHaveLength(3);
  });
});
