import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationDrafted } from '@hub/contracts';
import { freePort, type RunningKafka, type RunningService, startKafka, startService } from '@hub/local';
import { Caller, eventually, person, type TestDatabase, TestDirectory, testDatabase } from '@hub/testkit';
import { Kafka, logLevel } from 'kafkajs';
import { type ApplicationHome, applicationHome } from './application-home.js';

const entry = join(import.meta.dirname, '../../../../apps/application/dist/src/main.js');

/** The broker goes away and comes back: accepted commands are kept, and announced without anybody's help. */
describe('a service whose broker is down', () => {
  let folder: string;
  let port: number;
  let kafka: RunningKafka;
  let database: TestDatabase;
  let keys: { url: string; stop(): void };
  let service: RunningService;
  let lead: Caller;
  let home: ApplicationHome;

  const startBroker = () => startKafka({ dir: join(folder, 'kafka'), port, quickStart: true });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-broker-'));
    port = await freePort();
    const directory = await TestDirectory.create();
    home = await applicationHome();
    [kafka, database, keys] = await Promise.all([startBroker(), testDatabase(), directory.serve()]);
    const env = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: `127.0.0.1:${port}`,
      DIRECTORY_URL: keys.url,
      LOG_LEVEL: 'error',
      ...home.env,
    };
    service = await startService({ name: 'application', entry, env, dieWithParent: true });
    lead = new Caller(service.url, await directory.token(person('claire', 'inserm', 'applicant')));
  });
  afterAll(async () => {
    await service.stop();
    await kafka.stop();
    keys.stop();
    await database.drop();
    await home.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on accepting, says that it is not ready, and catches up alone', async () => {
    await kafka.kill();
    const accepted = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' });
    expect(accepted.status).toBe(201);
    await eventually(async () => {
      const { status, body } = await lead.get('/health/ready');
      expect([status, body.missing]).toEqual([503, ['broker']]);
    });
    expect((await lead.get('/health/live')).status).toBe(200);
    kafka = await startBroker();
    await eventually(async () => expect((await lead.get('/health/ready')).status).toBe(200), 60_000);
    expect(await announced()).toContain(accepted.body.id);
  }, 150_000);

  async function announced(): Promise<string[]> {
    const client = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry: { retries: 20 } });
    const consumer = client.consumer({ groupId: 'test' });
    const subjects: string[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [ApplicationDrafted.topic], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void subjects.push(String(message.headers?.ce_subject)) });
    await eventually(() => expect(subjects.length).toBeGreaterThan(0), 60_000);
    await consumer.disconnect();
    return subjects;
  }
});
