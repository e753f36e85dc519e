import { join } from 'node:path';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../src/postgres.js';
import { isAlive, stopProcess } from '../src/process-identity.js';
import { temporaryFolder } from './temporary.js';

const dir = join(temporaryFolder(), 'postgres');
const start = () => startPostgres({ dir, dieWithParent: true });
let postgres: RunningPostgres;

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  postgres = await start();
}, 60_000);

afterAll(() => postgres.stop());

describe('Postgres on this machine', () => {
  it('gives each service a database that no other may enter', async () => {
    const review = await postgres.createDatabase('review');
    const audit = new URL(await postgres.createDatabase('audit'));
    await query(review, 'create table kept (n int)');
    audit.pathname = '/review';
    await expect(query(audit.href, 'select 1')).rejects.toThrow(/permission denied for database/);
  });

  it('takes the same request twice, with the password last given', async () => {
    await postgres.createDatabase('review', 'first');
    const url = await postgres.createDatabase('review', 'second');
    expect(await query(url, 'select current_user as me')).toEqual([{ me: 'review' }]);
  });

  it('keeps what was committed when it is killed', async () => {
    const url = await postgres.createDatabase('review', 'second');
    await query(url, 'insert into kept values (42)');
    await stopProcess(postgres.identity, { signal: 'SIGKILL' });
    postgres = await start();
    const again = await postgres.createDatabase('review', 'second');
    expect(await query(again, 'select n from kept')).toEqual([{ n: 42 }]);
  }, 30_000);

  it('replaces a server that a killed launcher left behind', async () => {
    const left = postgres;
    postgres = await start();
    expect(isAlive(left.identity)).toBe(false);
    expect(await query(postgres.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);
});
