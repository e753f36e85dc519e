import { join } from 'node:path';
import type pg from 'pg';
import { atLeast, type Bench, type Setting } from '../bench.js';
import { cloneTables, withClient } from '../direct/clone-tables.js';
import { type BenchHub, startHub } from '../hub/start-hub.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { sleep } from '../statistics.js';
import { publishMany } from './many-events.js';

/** One ingest is a matter of a minute: it is not repeated, and its spread is that of its parts. */
const parts = 4;

export const auditIngest: Bench = {
  name: 'audit-ingest',
  about: 'the audit service records what waits on Kafka; against COPY of the same rows into an equal table',
  async run(setting) {
    const { cleanUp, folder, events, say } = setting;
    const home = join(folder, 'hub');
    const broker = await startHub({ home, only: 'none' }, cleanUp);
    await publishMany(broker.run.brokers, events, cleanUp);
    await broker.stop();
    say(`${events} events wait on Kafka`);
    const { hub, marks, spent } = await ingest(home, setting);
    const copied = await copies(hub, setting);
    await hub.stop();
    const rates = ratesOf(marks);
    const whole = ratesOf([marks[0] as Mark, marks.at(-1) as Mark]);
    return {
      measures: [
        {
          what: 'share of COPY',
          unit: '%',
          values: copied.map((copy) => (100 * (whole[0] as number)) / copy),
          goal: atLeast(50),
        },
        { what: 'audit service, each quarter', unit: 'records/s', values: rates },
        { what: 'COPY', unit: 'rows/s', values: copied },
      ],
      limits: [
        `while recording: ${spent}`,
        'beyond COPY, every message is checked against its schema, hashed into the tree, looked up by its id, and counted in a signed head',
      ],
    };
  },
};

interface Mark {
  readonly size: number;
  readonly at: number;
}

/** Starts the audit service beside what waits, and looks when it has it all. */
async function ingest(
  home: string,
  { cleanUp, events }: Setting,
): Promise<{ hub: BenchHub; marks: Mark[]; spent: string }> {
  const hub = await startHub({ home, only: 'directory,audit' }, cleanUp);
  return withClient(hub.databaseUrl('audit'), async (client) => {
    const usage = watchCpu(hub.launcher.pid);
    const seen = await recordedAll(client, events);
    const spent = spentOn(usage());
    const indexes = Array.from({ length: parts + 1 }, (_, part) => Math.min(events - 1, (events * part) / parts));
    const marks = await marksAt(client, indexes);
    // Recording began before the service said that it was ready; the last batch's commit comes after its instant.
    const last = { size: events, at: Math.max(seen, (marks.at(-1) as Mark).at) };
    return { hub, marks: [...marks.slice(0, -1), last], spent };
  });
}

/** When the head was seen to cover that many, in epoch milliseconds; zero if it did from the first look. */
async function recordedAll(client: pg.Client, size: number): Promise<number> {
  for (let looks = 0; looks < 60_000; looks++) {
    const { rows } = await client.query<{ size: string }>('SELECT size FROM log_head');
    if (Number(rows[0]?.size) >= size) return looks === 0 ? 0 : Date.now();
    await sleep(10);
  }
  throw new Error(`the audit has not recorded ${size} after ten minutes`);
}

/** When the service took the records at these places of the log. */
async function marksAt(client: pg.Client, indexes: readonly number[]): Promise<Mark[]> {
  const text = 'SELECT index, recorded_at FROM record WHERE index = ANY ($1::bigint[]) ORDER BY index';
  const { rows } = await client.query<{ index: string; recorded_at: Date }>(text, [indexes.map(Math.floor)]);
  return rows.map((row) => ({ size: Number(row.index), at: row.recorded_at.getTime() }));
}

const ratesOf = (marks: readonly Mark[]): number[] =>
  marks
    .slice(1)
    .map(({ size, at }, before) => ((size - (marks[before] as Mark).size) * 1000) / (at - (marks[before] as Mark).at));

/** The server reads the rows from a file of its own: there is no faster way into this table. */
async function copies(hub: BenchHub, { runs, events }: Setting): Promise<number[]> {
  const rates: number[] = [];
  await cloneTables(hub.databaseUrl('postgres'), 'audit', 'bench_audit', ['record']);
  const file = await withClient(hub.databaseUrl('audit'), async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const path = `${rows[0]?.data_directory}/bench-rows`;
    await client.query(`COPY record TO '${path}' (FORMAT binary)`);
    return path;
  });
  await withClient(hub.databaseUrl('bench_audit'), async (client) => {
    for (let run = 0; run < runs; run++) {
      await client.query('TRUNCATE record');
      await client.query('CHECKPOINT');
      const start = performance.now();
      await client.query(`COPY record FROM '${file}' (FORMAT binary)`);
      rates.push((events * 1000) / (performance.now() - start));
    }
  });
  return rates;
}
