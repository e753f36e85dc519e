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
        { what: 'share of COPY', unit: '%', values: copied.map((copy) => (100 * (whole[0] as number)) / copy), goal: atLeast(50) },
        { what: 'audit service, each quarter', unit: 'records/s', values: rates },
        { what: 'COPY', unit: 'rows/s', values: copied },
      ],
      limits: [`while recording: ${spent}`, 'beyond COPY, every message is checked against its schema, hashed into the tree, looked up by its id, and counted in a signed head'],
    };
  },
};

interface Mark {
  readonly size: number;
  readonly at: number;
}

/** Starts the audit service beside what waits, and watches its head until it has it all. */
async function ingest(home: string, { cleanUp, events }: Setting): Promise<{ hub: BenchHub; marks: Mark[]; spent: string }> {
  const hub = await startHub({ home, only: 'directory,audit' }, cleanUp);
  return withClient(hub.databaseUrl('audit'), async (client) => {
    const usage = watchCpu(hub.launcher.pid);
    const marks: Mark[] = [await markOf(client)];
    const from = (marks[0] as Mark).size;
    for (let part = 1; part <= parts; part++) marks.push(await reached(client, from + ((events - from) * part) / parts));
    return { hub, marks, spent: spentOn(usage()) };
  });
}

async function reached(client: pg.Client, size: number): Promise<Mark> {
  const end = performance.now() + 600_000;
  for (;;) {
    const mark = await markOf(client);
    if (mark.size >= size) return mark;
    if (mark.at > end) throw new Error(`the audit has recorded ${mark.size} and not ${size} after ten minutes`);
    await sleep(20);
  }
}

async function markOf(client: pg.Client): Promise<Mark> {
  const { rows } = await client.query<{ size: string }>('SELECT size FROM log_head');
  return { size: Number(rows[0]?.size ?? 0), at: performance.now() };
}

const ratesOf = (marks: readonly Mark[]): number[] =>
  marks.slice(1).map(({ size, at }, before) => ((size - (marks[before] as Mark).size) * 1000) / (at - (marks[before] as Mark).at));

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
