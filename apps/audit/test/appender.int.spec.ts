import type { Database } from '@hub/event-store';
import { type TestDatabase, testDatabase } from '@hub/testkit';
import { append, EMPTY_FRONTIER, leafHash, openCheckpoint, rootAt, rootOf } from '@hub/tlog';
import { Appender } from '../src/log/appender.store.js';
import { countsOf } from '../src/log/head.js';
import { Heads } from '../src/log/heads.store.js';
import { Records } from '../src/log/records.store.js';
import { Tiles } from '../src/log/tiles.store.js';
import { logDatabase, newKey, tamper, testRecord, testRecords } from './log-under-test.js';

const { signer } = newKey();
const ids = (records: { entry: Buffer }[]) => records.map(({ entry }) => JSON.parse(entry.toString()).eventId);
let test: TestDatabase;
let database: Database;
let appender: Appender;
let records: Records;

beforeEach(async () => {
  test = await testDatabase();
  database = await logDatabase(test.url);
  appender = new Appender(database);
  records = new Records(database);
});
afterEach(async () => {
  await database.close();
  await test.drop();
});

/** Computes the root anew from the stored bytes, and by the stored tiles at an earlier size. */
async function expectSound(size: number): Promise<void> {
  const stored = await records.range(0, size + 1);
  expect(stored.map(({ index }) => index)).toEqual(Array.from({ length: size }, (_, at) => at));
  const { frontier } = append(
    EMPTY_FRONTIER,
    stored.map(({ entry }) => leafHash(entry)),
  );
  const head = await new Heads(database, signer).current();
  expect(head.size).toBe(size);
  expect(Buffer.compare(head.root, rootOf(frontier))).toBe(0);
  expect(openCheckpoint(head.note, signer).size).toBe(size);
  const half = append(
    EMPTY_FRONTIER,
    stored.slice(0, size >> 1).map(({ entry }) => leafHash(entry)),
  ).frontier;
  expect(await rootAt(size >> 1, new Tiles(database))).toEqual(rootOf(half));
}

describe('appending to the log', () => {
  it('gives gapless indexes and a tree that recomputes, over many batches', async () => {
    for (let from = 0; from < 700; from += 70) {
      expect(await appender.appendBatch(testRecords(70, from))).toMatchObject({
        first: from,
        added: 70,
        duplicates: 0,
      });
    }
    await expectSound(700);
  });

  it('records each event once, within a batch, across batches, and after a restart', async () => {
    await appender.appendBatch([...testRecords(10), ...testRecords(5)]);
    expect(await appender.appendBatch(testRecords(12))).toMatchObject({ added: 2, duplicates: 10 });
    expect(await new Appender(database).appendBatch(testRecords(300))).toMatchObject({ first: 12, added: 288 });
    expect(await new Appender(database).appendBatch([])).toMatchObject({ first: 300, added: 0 });
    await expectSound(300);
  });

  it('keeps other content under a taken id, once, and says so', async () => {
    await appender.appendBatch([testRecord('a'), testRecord('a', { data: { forged: true } })]);
    expect(await appender.appendBatch([testRecord('a', { data: { forged: true } })])).toMatchObject({
      added: 0,
      duplicates: 1,
    });
    expect(ids(await records.range(0, 9))).toEqual(['a', expect.stringMatching(/^conflict:/)]);
    await expectSound(2);
  });

  it('lets two processes append in turns, each event once', async () => {
    const other = await logDatabase(test.url);
    const rival = new Appender(other);
    const batches = Array.from({ length: 30 }, (_, at) => at * 20);
    await Promise.all(
      [appender, rival, appender, rival].map(async (one) => {
        for (const from of batches) await one.appendBatch(testRecords(20, from));
      }),
    );
    await other.close();
    await expectSound(600);
    expect(new Set(ids(await records.range(0, 600))).size).toBe(600);
  });

  it('stores consumed positions and counts with the records', async () => {
    const at = (partition: number, next: number) => ({ topic: 'hub.review.case.v1', partition, next });
    await appender.appendBatch(testRecords(3), [at(0, 5), at(1, 2), at(0, 7)]);
    expect(await appender.positions()).toEqual(expect.arrayContaining([at(0, 7), at(1, 2)]));
    const { note } = await new Heads(database, signer).current();
    expect(countsOf(openCheckpoint(note, signer))).toEqual({ 'hub.review.case.v1': 3 });
  });

  it('leaves nothing behind when a transaction fails, and goes on', async () => {
    await appender.appendBatch(testRecords(10));
    const broken = testRecord('broken');
    const impossible = { ...broken, occurredAt: new Date(Number.NaN) };
    await expect(
      appender.appendBatch([...testRecords(5, 10), impossible], [{ topic: 't', partition: 0, next: 9 }]),
    ).rejects.toThrow();
    expect(await appender.positions()).toEqual([]);
    expect(await appender.appendBatch(testRecords(5, 10))).toMatchObject({ first: 10, added: 5 });
    await expectSound(15);
  });

  it('signs the committed head again after a crash between commit and signature: the same bytes', async () => {
    const { head, first } = await appender.appendBatch(testRecords(5));
    const restarted = await new Heads(database, signer).current();
    expect(new Heads(database, signer).publish(head, first, () => {}).note).toBe(restarted.note);
  });

  it('sees versions that never came, and forgets those that came late', async () => {
    await appender.appendBatch([
      testRecord('v1', { subject: 's', version: 1 }),
      testRecord('v4', { subject: 's', version: 4 }),
    ]);
    const gap = { objectType: 'review.case', objectId: 's', first: 2, last: 3 };
    expect(await records.gaps(10)).toEqual([{ ...gap, missing: [2, 3] }]);
    await appender.appendBatch([testRecord('v3', { subject: 's', version: 3 })]);
    expect(await records.gaps(10)).toEqual([{ ...gap, missing: [2] }]);
    await appender.appendBatch([
      testRecord('v2', { subject: 's', version: 2 }),
      testRecord('v5', { subject: 's', version: 5 }),
    ]);
    expect(await records.gaps(10)).toEqual([]);
  });

  it('appends nothing to a log whose tree was touched', async () => {
    await appender.appendBatch(testRecords(300));
    await tamper(
      test.url,
      String.raw`UPDATE tile SET hashes = overlay(hashes PLACING '\x00'::bytea FROM 5) WHERE level = 0 AND index = 1`,
    );
    await expect(new Appender(database).appendBatch(testRecords(1, 300))).rejects.toThrow(
      /does not lead to the stored root/,
    );
    await tamper(test.url, 'UPDATE log_head SET size = 299');
    await expect(new Appender(database).appendBatch(testRecords(1, 300))).rejects.toThrow(
      /does not lead to the stored root/,
    );
  });
});

describe('the table of records', () => {
  it.each(["UPDATE record SET actor = 'nobody'", 'DELETE FROM record WHERE index = 1', 'TRUNCATE record'])(
    'refuses %s',
    async (statement) => {
      await appender.appendBatch(testRecords(3));
      await expect(database.pool.query(statement)).rejects.toThrow(/the audit log only grows/);
      await expectSound(3);
    },
  );
});
