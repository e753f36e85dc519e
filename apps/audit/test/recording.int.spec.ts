import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseOpened, contracts, PermitExpired, topics } from '@hub/contracts';
import { type RunningService, startService } from '@hub/http-edge';
import {
  Caller,
  emptyBroker,
  eventually,
  person,
  publish,
  publishRaw,
  stopPublishing,
  type TestDatabase,
  TestDirectory,
  testBrokers,
  testDatabase,
  testKafka,
} from '@hub/testkit';
import { GROUP } from '../src/consume/record-every-event.consumer.js';
import { Records } from '../src/log/records.store.js';
import { auditService } from '../src/service.module.js';
import { logDatabase, newKey, tamper } from './log-under-test.js';

const { pem, signer } = newKey();
const services: RunningService[] = [];
let database: TestDatabase;
let directory: TestDirectory;

async function start(): Promise<RunningService> {
  const environment = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    brokers: testBrokers(),
    directoryUrl: 'http://unused.invalid',
    logLevel: process.env.HUB_TEST_LOG ?? 'silent',
  };
  const service = await startService(auditService({ signer, streamSeconds: 60 }), environment, {
    tokens: directory.tokens,
    onFatal: () => {},
  });
  services.push(service);
  await eventually(
    async () =>
      expect((await new Caller(service.url).get('/health/ready')).body.missing).not.toContain('event-recording'),
    30_000,
  );
  return service;
}

const sizeOf = async (url: string): Promise<number> => (await new Caller(url).get('/audit/status')).body.size;
const untilSize = (url: string, size: number) => eventually(async () => expect(await sizeOf(url)).toBe(size), 20_000);
const openCase = (id: string) => publish(CaseOpened, `case-${id}`, CaseOpened.example, { id });

beforeEach(async () => {
  await emptyBroker();
  [database, directory] = await Promise.all([testDatabase(), TestDirectory.create()]);
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
  await stopPublishing();
  await database.drop();
});

describe('recording every event', () => {
  it('records one of each contract, and whatever else is on the topics', async () => {
    const { url } = await start();
    for (const contract of contracts) await publish(contract, 'subject', contract.example as never);
    await publishRaw(topics[0] as string, 'k', 'not JSON', { ce_type: 'nobody.knows.this.v1' });
    await publish(PermitExpired, 'p', { permitId: 7 } as never);
    await untilSize(url, contracts.length + 2);
    const auditor = new Caller(url, await directory.token(person('odile', 'cnil', 'auditor')));
    const { body } = await auditor.get('/audit/records?limit=1000');
    const outcomes = body.records.map(({ record }: any) => `${record.outcome} ${record.type}`);
    for (const { type } of contracts) expect(outcomes).toContain(`recorded ${type}`);
    expect(outcomes).toContain('unrecognised nobody.knows.this.v1');
    expect(outcomes).toContain(`unrecognised ${PermitExpired.type}`);
  });

  it('records an event once, though it comes twice', async () => {
    const { url } = await start();
    await openCase('twice');
    await openCase('once');
    await openCase('twice');
    await openCase('last');
    await eventually(async () =>
      expect((await new Caller(url).get('/audit/status')).body).toMatchObject({ size: 3, behind: 0 }),
    );
  });

  it('goes on where it stopped, and drops what it knows when the broker forgets where that was', async () => {
    const first = await start();
    for (let at = 0; at < 20; at += 1) await openCase(`a-${at}`);
    await untilSize(first.url, 20);
    await services.pop()?.close();
    for (let at = 0; at < 20; at += 1) await openCase(`b-${at}`);
    const admin = testKafka().admin();
    await admin.connect();
    await eventually(() => admin.deleteGroups([GROUP]), 20_000);
    await admin.disconnect();
    const second = await start();
    await untilSize(second.url, 40);
  });

  it('reads again what a database restored from a backup lacks', async () => {
    const first = await start();
    for (let at = 0; at < 20; at += 1) await openCase(`a-${at}`);
    await untilSize(first.url, 20);
    await eventually(async () => expect(await committedOffsets()).toBe(20));
    await services.pop()?.close();
    // As an empty backup would be, with positions at the beginning.
    for (const table of ['record', 'tile', 'signed_head', 'version_gap'])
      await tamper(database.url, `DELETE FROM ${table}`);
    await tamper(database.url, `UPDATE log_head SET size = 0, root = sha256(''), counts = '{}'`);
    await tamper(database.url, 'UPDATE position SET next = 0');
    const second = await start();
    await Promise.all(Array.from({ length: 12 }, (_, at) => openCase(`b-${at}`)));
    await untilSize(second.url, 32);
  });

  it('shares the work between two processes, each event once', async () => {
    const one = await start();
    const two = await start();
    for (let at = 0; at < 120; at += 1) await openCase(`e-${at % 100}`);
    await untilSize(one.url, 100);
    expect(await sizeOf(two.url)).toBe(100);
    const [head, same] = await Promise.all([one, two].map(({ url }) => new Caller(url).get('/audit/checkpoint')));
    expect(head?.body).toBe(same?.body);
    const log = await logDatabase(database.url);
    expect((await new Records(log).range(0, 200)).length).toBe(100);
    await log.close();
  });
});

describe('a process killed after the commit, before anything else', () => {
  let folder: string;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-audit-'));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  it('has recorded, signs the head when it is back, and records nothing twice', async () => {
    await writeFile(join(folder, 'key.pem'), pem);
    const main = join(import.meta.dirname, '../src/main.js');
    const env = {
      ...process.env,
      PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: testBrokers().join(','),
      DIRECTORY_URL: 'http://unused.invalid',
      AUDIT_KEY_FILE: join(folder, 'key.pem'),
      AUDIT_ORIGIN: signer.name,
      NODE_OPTIONS: '',
    };
    for (let at = 0; at < 10; at += 1) await openCase(`e-${at}`);
    child = spawn(process.execPath, [main], {
      env: { ...env, HUB_FAULT_POINT: 'after-effect-before-offset' },
      stdio: 'ignore',
    });
    const signal = await new Promise((resolve) => child?.once('exit', (_, killedBy) => resolve(killedBy)));
    expect(signal).toBe('SIGKILL');
    const log = await logDatabase(database.url);
    const recorded = (await new Records(log).range(0, 100)).length;
    await log.close();
    expect(recorded).toBeGreaterThan(0);
    const { url } = await start();
    await openCase('e-10');
    await untilSize(url, 11);
  });
});

async function committedOffsets(): Promise<number> {
  const admin = testKafka().admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchOffsets({ groupId: GROUP, topics: [CaseOpened.topic] });
    return offsets
      .flatMap(({ partitions }) => partitions)
      .reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  } finally {
    await admin.disconnect();
  }
}
