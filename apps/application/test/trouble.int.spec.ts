import { ApplicationDrafted, DatasetPublished } from '@hub/contracts';
import { deadLetterTopic, listDeadLetters } from '@hub/messaging';
import {
  Caller,
  eventually,
  Heard,
  person,
  publish,
  type ServiceUnderTest,
  testKafka,
  testService,
} from '@hub/testkit';
import { service } from './running-service.js';

describe('the application service in trouble', () => {
  let hub: ServiceUnderTest;
  beforeAll(async () => {
    hub = await testService(service);
  });
  afterAll(() => hub.stop());

  it('is alive but not ready without its database, refuses clearly, and recovers alone', async () => {
    const lead = await hub.as(person('claire', 'inserm', 'applicant'));
    const heard = await Heard.on(ApplicationDrafted.topic);
    hub.proxy.cut();
    const refused = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key: 'k' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(refused.body).toMatchObject({ code: 'unavailable', en: expect.any(String), fr: expect.any(String) });
    expect((await lead.get('/health/live')).status).toBe(200);
    const ready = await lead.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body.missing).toContain('database');
    expect(ready.body.announcements).toBeNull();

    hub.proxy.mend();
    const again = await eventually(async () => {
      const answer = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key: 'k' });
      expect(answer.status).toBe(201);
      return answer;
    });
    await heard.until(ApplicationDrafted, again.body.id);
    expect((await lead.get('/applications')).body.items).toHaveLength(1);
    await heard.stop();
    await eventually(async () =>
      expect((await lead.get('/health/ready')).body.announcements).toEqual({ waiting: 0, oldestMs: 0 }),
    );
  });

  it('keeps an event that arrives meanwhile, and handles it once the database is back', async () => {
    const lead = await hub.as(person('claire', 'inserm', 'applicant'));
    const { id } = (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body;
    hub.proxy.cut();
    const table = { name: 't', columns: ['a'], personalKeys: [] };
    await publish(DatasetPublished, 'd', {
      datasetId: 'd',
      holderId: 'h',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [table],
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000)); // longer than the attempts that poison is given
    hub.proxy.mend();
    const basket = {
      datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
      period: { from: '2019-01-01', to: '2019-12-31' },
    };
    await eventually(async () =>
      expect((await lead.put(`/applications/${id}/basket`, basket, { version: 1 })).status).toBe(200),
    );
    expect(
      await listDeadLetters(testKafka(), deadLetterTopic(DatasetPublished.topic, 'application.know-datasets')),
    ).toEqual([]);
  });

  it('takes no token that is missing, forged or expired', async () => {
    const claire = person('claire', 'inserm', 'applicant');
    expect((await (await hub.as()).get('/applications')).status).toBe(401);
    const expired = await hub.directory.token(claire, -10);
    const [header, , signature] = (await hub.directory.token(claire)).split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify({ sub: 'officer', org: 'hdh', roles: ['hub_officer'], exp: 9e9 })).toString('base64url')}.${signature}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
    for (const token of [expired, forged, unsigned, 'nonsense']) {
      const { status, body, headers } = await new Caller(hub.service.url, token).get('/applications');
      expect([status, body.code, headers.get('www-authenticate')]).toEqual([
        401,
        'unauthenticated',
        'Bearer error="invalid_token"',
      ]);
    }
  });
});
