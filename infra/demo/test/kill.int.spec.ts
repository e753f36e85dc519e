import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ApplicationDrafted, CaseFoundComplete, CaseOpened, DatasetPublished } from '@hub/contracts';
import { type RunningService, startService } from '@hub/local';
import type { faultPoint } from '@hub/messaging';
import {
  Caller,
  emptyBroker,
  eventually,
  Heard,
  person,
  publish,
  stopPublishing,
  type TestDatabase,
  TestDirectory,
  testBrokers,
  testDatabase,
} from '@hub/testkit';
import { answers } from '../src/road/answers.js';
import { type ApplicationHome, applicationHome } from './application-home.js';

const entry = join(import.meta.dirname, '../../../../apps/application/dist/src/main.js');

/** Killing a service at any instant loses no accepted command and doubles no effect. */
describe('a service that is killed', () => {
  let database: TestDatabase;
  let directory: TestDirectory;
  let keys: { url: string; stop(): void };
  let heard: Heard;
  let token: string;
  let home: ApplicationHome;
  const running: RunningService[] = [];

  const start = async (fault?: Parameters<typeof faultPoint>[0]) => {
    const env = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: testBrokers().join(','),
      DIRECTORY_URL: keys.url,
      LOG_LEVEL: 'warn',
      ...home.env,
      ...(fault && { HUB_FAULT_POINT: fault }),
    };
    const service = await startService({ name: 'application', entry, env, timeoutMs: 30_000, dieWithParent: true });
    running.push(service);
    return { service, lead: new Caller(service.url, token) };
  };

  const drafts = () => heard.raw.filter(({ headers }) => headers.ce_type === ApplicationDrafted.type);

  beforeAll(async () => {
    await emptyBroker();
    home = await applicationHome();
    [database, directory] = await Promise.all([testDatabase(), TestDirectory.create()]);
    keys = await directory.serve();
    token = await directory.token(person('claire', 'inserm', 'applicant'));
  });
  beforeEach(async () => {
    heard = await Heard.on(ApplicationDrafted.topic);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((service) => service.stop()));
    await heard.stop();
  });
  afterAll(async () => {
    keys.stop();
    await home.remove();
    await stopPublishing();
    await database.drop();
  });

  it('after commit, before publish: the command is kept and announced by the next start', async () => {
    const { service, lead } = await start('after-commit-before-publish');
    const key = randomUUID();
    const accepted = await lead
      .post('/applications', { procedure: 'FR_AUTHORISATION' }, { key })
      .catch(() => undefined);
    await service.ended;
    const { lead: again } = await start();
    const repeated = await again.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key });
    if (accepted) expect(repeated.body).toEqual(accepted.body);
    await heard.until(ApplicationDrafted, repeated.body.id);
    expect(drafts().filter(({ headers }) => headers.ce_subject === repeated.body.id)).toHaveLength(1);
  });

  it('after publish, before mark: the event comes twice under one id', async () => {
    const { service, lead } = await start('after-publish-before-mark');
    const key = randomUUID();
    await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key }).catch(() => undefined);
    await service.ended;
    const { lead: again } = await start();
    const { body } = await again.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key });
    await eventually(() => {
      const copies = drafts().filter(({ headers }) => headers.ce_subject === body.id);
      expect(copies).toHaveLength(2);
      expect(new Set(copies.map(({ headers }) => headers.ce_id)).size).toBe(1);
    });
  });

  it('after effect, before offset: the event is handled once', async () => {
    const first = await start();
    const id = await submitted(first.lead);
    await first.service.stop();
    const killed = await start('after-effect-before-offset');
    const about = { caseId: 'c', applicationId: id };
    await publish(CaseOpened, 'c', { ...about, procedure: 'FR_AUTHORISATION', procedureVersion: 1 });
    await killed.service.ended;
    const { lead } = await start();
    await publish(CaseFoundComplete, 'c', { ...about, opinionDueAt: '2026-04-09T21:59:59.999Z' });
    // Submitted at 4, opened at 5 although the event came twice, complete at 6.
    await eventually(async () =>
      expect((await lead.get(`/applications/${id}`)).body).toMatchObject({ status: 'PROCESSING', version: 6 }),
    );
  });

  async function submitted(lead: Caller): Promise<string> {
    const table = { name: 't', columns: ['a'], personalKeys: [] };
    await publish(DatasetPublished, 'd', {
      datasetId: 'd',
      holderId: 'h',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [table],
    });
    const { id } = (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body;
    await lead.put(`/applications/${id}/answers`, { answers }, { version: 1 });
    const basket = {
      datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
      period: { from: '2019-01-01', to: '2019-12-31' },
    };
    await eventually(async () =>
      expect((await lead.put(`/applications/${id}/basket`, basket, { version: 2 })).status).toBe(200),
    );
    expect((await lead.post(`/applications/${id}/submission`, undefined, { version: 3 })).body.status).toBe(
      'SUBMITTED',
    );
    return id;
  }
});
