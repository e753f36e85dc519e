import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { probeSandbox } from '../src/sandbox/probe.client.js';
import type { QueryLimits, SeatPlace } from '../src/sandbox/seat.client.js';
import { Seats } from '../src/sandbox/seats.client.js';
import { csvDelivery, folder, PATIENTS, patients, prepareInto, STAYS, scopeOf, stays } from './small-data.js';

const LIMITS: QueryLimits = { seconds: 3, memoryMiB: 256, spillMiB: 64, threads: 2, maxRows: 1000, maxBytes: 100_000 };
let home: string;
let seats: Seats;

async function place(workspace = 'w1', person = 'p1'): Promise<SeatPlace> {
  const privateDirectory = join(home, workspace, person);
  await mkdir(privateDirectory, { recursive: true });
  return {
    workspace,
    person,
    privateDirectory,
    data: join(home, 'data'),
    tables: ['patients', 'stays'].map((table) => ({ dataset: 'hospital', table, file: `hospital/${table}.parquet` })),
  };
}
const query = async (sql: string, of?: SeatPlace) => seats.run(of ?? (await place()), sql);

beforeAll(async () => {
  home = await folder();
  const deliveries = [
    await csvDelivery(home, 'patients', PATIENTS, patients()),
    await csvDelivery(home, 'stays', STAYS, stays()),
  ];
  await prepareInto(join(home, 'data'), scopeOf(), deliveries);
  await symlink('/etc/passwd', join(home, 'data', 'link.csv'));
  await writeFile(join(home, 'outside.csv'), 'secret\n1\n');
});
beforeEach(() => (seats = new Seats({ limits: LIMITS, idleSeconds: 60, maxSeats: 4, maxWaiting: 3 })));
afterEach(() => seats.close());

describe('the sandbox', () => {
  it('stands on this machine', async () => {
    expect(await probeSandbox()).toEqual({ sound: true });
  });

  it('is refused, not replaced, where bubblewrap cannot be had', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      expect(await probeSandbox()).toMatchObject({ sound: false });
      await expect(
        query('SELECT 1').then((answer) =>
          answer.kind === 'stopped' ? Promise.reject(new Error(answer.code)) : answer,
        ),
      ).rejects.toThrow();
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('answers queries over the workspace’s tables', async () => {
    expect(await query('SELECT count(*) AS n FROM stays JOIN hospital.patients USING (nir)')).toEqual({
      kind: 'result',
      columns: [{ name: 'n', type: 'BIGINT' }],
      rows: [[200]],
      truncated: false,
    });
  });

  it('keeps a person’s own tables for that person alone', async () => {
    await query('CREATE TABLE mine AS SELECT 1 AS a');
    await seats.end('w1');
    expect(await query('FROM mine')).toMatchObject({ kind: 'result', rows: [[1]] });
    expect(await query('FROM mine', await place('w1', 'p2'))).toMatchObject({ kind: 'failed', code: 'error' });
  });

  it('gives DuckDB’s message for a faulty query, without paths of the host', async () => {
    const answer = await query("SELECT nothing FROM read_parquet('/data/hospital/*.parquet')");
    expect(answer).toMatchObject({ kind: 'failed', code: 'error' });
    expect(JSON.stringify(answer)).toContain('nothing');
    const settings = await query('SELECT name, value FROM duckdb_settings()');
    expect(JSON.stringify([answer, settings])).not.toContain(home);
  });
});

describe('a way out', () => {
  let port: number;
  const server = createServer((_, response) => response.end('a\n1\n'));
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  it.each([
    ['a file of the host', "SELECT * FROM read_text('/etc/passwd')"],
    ['the parent directory', "SELECT * FROM read_text('/data/../outside.csv')"],
    ['a parent of the private directory', "SELECT * FROM read_text('/private/../hub/package.json')"],
    ['a glob of the root', "SELECT * FROM read_text('/*/*.json')"],
    ['a list of files', "SELECT * FROM glob('/hub/*')"],
    ['a copy out', "COPY patients TO '/tmp/out.csv'"],
    ['a copy over the data', "COPY patients TO '/data/hospital/patients.parquet'"],
    ['an attached database', "ATTACH '/private/other.duckdb' AS other"],
    ['an extension', 'INSTALL httpfs'],
    ['a loaded extension', "LOAD '/private/x.duckdb_extension'"],
    ['a setting', 'SET enable_external_access = true'],
    ['an unlocked configuration', 'SET lock_configuration = false'],
    ['a reset', 'RESET allowed_directories'],
    ['a pragma', "PRAGMA temp_directory = '/'"],
    ['a dump', "EXPORT DATABASE '/private/dump'"],
    ['a secret', "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')"],
    ['two statements', "SELECT 1; COPY patients TO '/tmp/out.csv'"],
    ['a call', 'CALL pragma_version()'],
  ])('is closed: %s', async (_, sql) => {
    expect(await query(sql)).toMatchObject({ kind: 'failed' });
  });

  it('is closed: a symbolic link leads to nothing', async () => {
    const answer = await query("SELECT content FROM read_text('/data/link.csv')");
    expect(answer.kind === 'failed' || (answer.kind === 'result' && answer.rows.length === 0)).toBe(true);
  });

  it('is closed: the glob that opens nothing tells nothing', async () => {
    const answer = await query("SELECT count(*) FROM glob('/etc/*')");
    expect(answer.kind === 'failed' || (answer.kind === 'result' && answer.rows[0]![0] === 0)).toBe(true);
  });

  it('is closed: the network', async () => {
    expect(await query(`SELECT * FROM read_csv('http://127.0.0.1:${port}/a.csv')`)).toMatchObject({ kind: 'failed' });
    expect(await query("SELECT * FROM read_parquet('https://example.org/a.parquet')")).toMatchObject({
      kind: 'failed',
    });
  });

  it('leaves nothing in the workspace’s data', async () => {
    await query('CREATE TABLE t AS SELECT 1');
    expect((await readdir(join(home, 'data'))).sort()).toEqual(['hospital', 'link.csv']);
  });
});

describe('a limit', () => {
  const endless = 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t';

  it('ends an endless query in time, and the next one runs', async () => {
    const start = performance.now();
    expect(await query(endless)).toEqual({ kind: 'stopped', code: 'time-limit' });
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(await query('SELECT 1 AS one')).toMatchObject({ kind: 'result', rows: [[1]] });
  }, 15_000);

  it('ends a query that is cancelled', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 500);
    expect(await seats.run(await place(), endless, cancel.signal)).toEqual({ kind: 'stopped', code: 'cancelled' });
  }, 10_000);

  it('holds memory and spilling', async () => {
    const answer = await query(
      'SELECT count(*) FROM (SELECT list(range) l, hash(range) h FROM range(100000000) GROUP BY h)',
    );
    expect(['failed', 'stopped']).toContain(answer.kind);
  }, 15_000);

  it('cuts a giant result, in rows and in bytes', async () => {
    expect(await query('FROM range(1000000000)')).toMatchObject({
      kind: 'result',
      truncated: true,
      rows: { length: 1000 },
    });
    const wide = await query("SELECT repeat('x', 1000) AS x FROM range(1000)");
    expect(wide).toMatchObject({ kind: 'result', truncated: true });
    expect(JSON.stringify(wide).length).toBeLessThan(150_000);
  });

  it('of waiting queries answers busy', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => query('SELECT count(*) FROM range(1000000)')));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'busy', 'result', 'result', 'result']);
  });

  it('of seats gives an idle one up, never one at work', async () => {
    for (const person of ['a', 'b', 'c', 'd', 'e'])
      expect(await query('SELECT 1', await place('w1', person))).toMatchObject({ kind: 'result' });
    expect(seats.size).toBe(4);
  }, 15_000);
});

describe('a sandbox that is ended while it starts', () => {
  it('leaves no process behind, at whatever moment', async () => {
    for (let moment = 0; moment < 24; moment += 1) {
      const person = `m${moment}`;
      const of = await place('w2', person);
      seats.warm(of);
      await wait(moment * 1.5);
      await seats.end('w2', person);
      const left = (await commandLines()).filter((line) => line.includes(of.privateDirectory));
      expect(left).toEqual([]);
    }
  }, 30_000);
});

describe('access that ends', () => {
  it('stops the running query at once', async () => {
    const of = await place('w1', 'p9');
    await query('SELECT 1', of);
    const running = query('WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t', of);
    await wait(200);
    const start = performance.now();
    await seats.end('w1', 'p9');
    expect(await running).toEqual({ kind: 'stopped', code: 'access-ended' });
    expect(performance.now() - start).toBeLessThan(500);
    expect(seats.size).toBe(0);
  });
});

/** Of every process of this machine. */
async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
}
