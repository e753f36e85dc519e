import { type Actor, type Aggregate, type Context, refuse, slicesOf, system } from '@hub/decider';
import {
  AggregateStore,
  Database,
  Journal,
  markSent,
  outboxBacklog,
  type StoreDefinition,
  takeUnsent,
} from '@hub/event-store';
import pg from 'pg';
import { MovedClock, type TestDatabase, testDatabase } from '../src/index.js';

type Counter = { status: 'ABSENT' } | { status: 'COUNTING'; count: number };
type Counted = { type: 'counted' | 'noticed'; by: number };

const counter: Aggregate<Counter, Counted, 'anyone'> = {
  name: 'counter',
  initial: { status: 'ABSENT' },
  evolve: (state, event) => ({ status: 'COUNTING', count: (state.status === 'ABSENT' ? 0 : state.count) + event.by }),
  relations: () => ['anyone'],
};
const count = slicesOf<Counter, Counted, 'anyone', 'too-much'>()({
  name: 'count',
  by: ['anyone'],
  in: ['ABSENT', 'COUNTING'],
  decide: ({ by }: { by: number }, _state, { most = 9 }: Context & { most?: number }) =>
    by > most ? refuse('too-much') : [{ type: 'counted', by }],
});

const notice = slicesOf<Counter, Counted, 'anyone', never>()({
  name: 'notice',
  by: ['anyone'],
  in: ['ABSENT', 'COUNTING'],
  undisturbedBy: ['counted'],
  decide: () => [{ type: 'noticed', by: 0 }],
});

/** Ten places, counted anew for each state. */
class TenPlaces extends AggregateStore<Counter, Counted, 'anyone'> {
  protected override async factsOn(state: Counter) {
    return { most: 10 - (state.status === 'COUNTING' ? state.count : 0) };
  }
}
const actor: Actor = system('test');
const order = { actor, correlationId: 'c' };

describe('the journal', () => {
  let database: TestDatabase;
  let open: Database[];
  let ids: number;

  const store = async (
    views?: StoreDefinition<Counter, Counted, 'anyone'>['views'],
    Store: typeof AggregateStore<Counter, Counted, 'anyone'> = AggregateStore,
  ) => {
    const connected = new Database({ url: database.url });
    await connected.connect();
    open.push(connected);
    const definition: StoreDefinition<Counter, Counted, 'anyone'> = {
      ...{ aggregate: counter, slices: [count, notice], published: told, undisturbedBy: ['noticed'] },
      ...(views && { views }),
    };
    const made = new Store(
      new Journal(connected),
      { clock: new MovedClock(), ids: { next: () => `id-${++ids}` } },
      definition,
    );
    return Object.assign(made, { connected });
  };
  const told = (event: Counted) => ({ type: 'test.counter.counted.v1', topic: 'hub.test.counter.v1', data: event });

  beforeEach(async () => {
    ids = 0;
    open = [];
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(open.map((each) => each.close()));
    await database.drop();
  });

  it('appends events, announcements and views together, or nothing', async () => {
    const broken = await store(() => [{ text: 'INSERT INTO nowhere VALUES ($1)', values: [1] }]);
    await expect(broken.execute(count, 'a', { by: 1 }, order)).rejects.toThrow(/nowhere/);
    expect(await takeUnsent(broken.connected, 10)).toEqual({ unsent: [], heldBack: false });
    expect((await broken.load('a')).version).toBe(0);
  });

  it('lets two processes that decide at once both count, one after the other', async () => {
    const [one, other] = [await store(), await store()];
    await one.execute(count, 'a', { by: 1 }, order);
    await other.execute(count, 'a', { by: 1 }, order);
    // `one` still remembers version 1: its append conflicts, and it decides again on what is stored.
    expect(await one.execute(count, 'a', { by: 1 }, order)).toMatchObject({ version: 3 });
    expect(await other.load('a')).toEqual({ version: 3, state: { status: 'COUNTING', count: 3 } });
  });

  it('judges each attempt by facts on its own state', async () => {
    const [one, other] = [await store(undefined, TenPlaces), await store()];
    await one.execute(count, 'a', { by: 1 }, order);
    await other.execute(count, 'a', { by: 5 }, order);
    // By what `one` remembers nine places are free: the attempt conflicts, and the next one finds four.
    expect(await one.execute(count, 'a', { by: 9 }, order)).toMatchObject({ refused: 'too-much' });
    expect(await one.execute(count, 'a', { by: 4 }, order)).toMatchObject({ version: 3 });
  });

  it('refuses a stale version even where another process wrote the newer one', async () => {
    const [one, other] = [await store(), await store()];
    await one.execute(count, 'a', { by: 1 }, order);
    await other.execute(count, 'a', { by: 1 }, order);
    expect(await one.execute(count, 'a', { by: 1 }, { ...order, expected: 1 })).toMatchObject({
      refused: 'stale-version',
      detail: { expected: 1, current: 2 },
    });
    expect(await one.execute(count, 'a', { by: 1 }, { ...order, expected: 2 })).toMatchObject({ version: 3 });
  });

  it('passes over what makes no difference to what the caller has seen, and over nothing else', async () => {
    const [one, other] = await Promise.all([store(), store()]);
    await one.execute(count, 'a', { by: 1 }, order);
    await other.execute(notice, 'a', {}, order);
    const seen = { ...order, expected: 1, once: { scope: 'test', key: 'count' } };
    expect(await one.execute(count, 'a', { by: 1 }, seen)).toMatchObject({ version: 3 });
    expect(await other.execute(count, 'a', { by: 1 }, seen)).toMatchObject({ version: 3 });
    expect(await other.execute(count, 'a', { by: 1 }, { ...order, expected: 1 })).toMatchObject({
      refused: 'stale-version',
    });
    expect(await other.execute(notice, 'a', {}, { ...order, expected: 1 })).toMatchObject({ version: 4 });
    expect(await other.execute(count, 'a', { by: 1 }, { ...order, expected: 9 })).toMatchObject({
      refused: 'stale-version',
    });
  });

  it('carries out a repeated order once, whichever process it reaches', async () => {
    const [one, other] = [await store(), await store()];
    const once = { ...order, once: { scope: 'test', key: 'k' } };
    const answers = await Promise.all(
      [one, other, one, other].map((each) => each.execute(count, 'a', { by: 5 }, once)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await one.load('a')).version).toBe(1);
    expect(await one.execute(count, 'a', { by: 6 }, once)).toMatchObject({ refused: 'idempotency-key-reused' });
  });

  it('gives announcements in the order of commit, and never before an older transaction has ended', async () => {
    const here = await store();
    const slow = new pg.Client({ connectionString: database.url });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(`INSERT INTO outbox (topic, key, headers, value) VALUES ('t', 'slow', '{}', '1')`);
    await here.execute(count, 'fast', { by: 1 }, order);
    expect(await takeUnsent(here.connected, 10)).toEqual({ unsent: [], heldBack: true });
    await slow.query('COMMIT');
    await slow.end();
    const { unsent } = await takeUnsent(here.connected, 10);
    expect(unsent.map((row) => row.key)).toEqual(['slow', 'fast']);
    await markSent(here.connected, unsent);
    expect(await outboxBacklog(here.connected)).toMatchObject({ waiting: 0 });
  });

  it('survives the end of its connection in the middle of a transaction', async () => {
    const { connected } = await store();
    const killer = new pg.Client({ connectionString: database.url });
    await killer.connect();
    const torn = connected.transaction(async (client) => {
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      await killer.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await client.query('SELECT 1');
    });
    await expect(torn).rejects.toThrow(/cannot be reached/);
    await killer.end();
    expect(await connected.transaction(async (client) => (await client.query('SELECT 1 AS one')).rows)).toEqual([
      { one: 1 },
    ]);
  });

  it('migrates once when two processes start together', async () => {
    await Promise.all([store(), store(), store()]);
    const { rows } = await (open[0] as Database).query<{ n: number }>(
      'n',
      'SELECT count(*)::int AS n FROM migrations',
      [],
    );
    expect(rows[0]?.n).toBe(1);
  });
});
