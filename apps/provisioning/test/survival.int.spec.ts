/** What happens when the machine goes away in the middle of a preparation. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Caller, eventually, testBrokers } from '@hub/testkit';
import pg from 'pg';
import { PreparationWorker } from '../src/jobs/preparation-worker.client.js';
import { claire, deliver, engineer, grant, startProvisioning, untilStatus } from './running-service.js';
import { PATIENTS, patients, STAYS } from './small-data.js';

const main = resolve(dirname(fileURLToPath(import.meta.url)), '../src/main.js');
let running: Awaited<ReturnType<typeof startProvisioning>>;
let member: Caller;
let db: pg.Client;

beforeAll(async () => {
  running = await startProvisioning();
  member = await running.as(claire);
  db = new pg.Client(running.database.url);
  await db.connect();
  // This process only answers HTTP here: the preparations are another process's, which is killed.
  await running.service.app.get(PreparationWorker, { strict: false }).onApplicationShutdown();
  const as = await running.as(engineer);
  await deliver(as, 'patients', PATIENTS, patients());
  const many = Array.from(
    { length: 300_000 },
    (_, i) => `${i},1${String(i % 40).padStart(14, '0')},2020-0${1 + (i % 9)}-15,I10,1.5,${i}`,
  );
  await deliver(as, 'stays', STAYS, many);
});
afterAll(async () => {
  await db.end();
  await running.stop();
});

const others: ChildProcess[] = [];
afterAll(() => {
  for (const other of others) other.kill('SIGKILL');
});

function startAnother(): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_URL: running.database.url,
    KAFKA_BROKERS: testBrokers().join(','),
    DIRECTORY_URL: 'http://127.0.0.1:9',
    LOG_LEVEL: 'silent',
    PROVISIONING_HOME: running.home,
    PROVISIONING_KEY_FILE: running.keyFile,
    OPT_OUT_KEY_FILE: running.keyFile,
    PREPARATION_MEMORY_MIB: '1024',
  };
  const other = spawn(process.execPath, [main], { stdio: 'ignore', env });
  others.push(other);
  return other;
}
const folder = () => join(running.home, 'workspaces', 'HDH-2026-000001');

it('a preparation whose process is killed leaves nothing behind and is taken over', async () => {
  const first = startAnother();
  await grant();
  await eventually(async () => {
    const { rows } = await db.query('SELECT 1 FROM preparation_lease');
    const staged = await readdir(folder());
    if (rows.length === 0 || !staged.some((name) => name.startsWith('staging-'))) throw new Error('not preparing yet');
  }, 20_000);
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(await readdir(folder())).not.toContain('data');
  expect((await member.get('/workspaces/HDH-2026-000001')).body.status).toBe('PROVISIONING');
  await mkdir(join(folder(), 'staging-older'));
  await writeFile(join(folder(), 'staging-older', 'half.parquet'), 'PAR1');
  startAnother();
  const active = await eventually(() => untilStatus(member, 'HDH-2026-000001', 'ACTIVE'), 40_000);
  expect(active.tables.map(({ rows }: { rows: number }) => rows)).toEqual([40, 300_000]);
  expect((await readdir(folder())).filter((name) => name !== 'private')).toEqual(['data']);
  expect(
    (await member.post('/workspaces/HDH-2026-000001/queries', { sql: 'SELECT count(*) FROM stays' })).body.rows,
  ).toEqual([[300_000]]);
}, 90_000);
