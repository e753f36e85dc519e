/** A query at a warm seat against bare DuckDB: `node dist/test/sandbox.bench.js [rows in millions]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Seats } from '../src/sandbox/seats.client.js';
import { ask, folder } from './small-data.js';

const million = Number(process.argv[2] ?? 5);
const home = await folder('hub-bench-');
await mkdir(join(home, 'data/d'), { recursive: true });
await mkdir(join(home, 'private'));
const file = join(home, 'data/d/t.parquet');
await ask(
  `COPY (SELECT range AS i, hash(range) % 1000 AS g, (hash(range) % 997)::DOUBLE AS v FROM range(${million * 1_000_000})) TO '${file}'`,
);
const seats = new Seats({
  limits: { seconds: 60, memoryMiB: 2048, spillMiB: 1024, threads: 2, maxRows: 10_000, maxBytes: 1e7 },
  idleSeconds: 60,
  maxSeats: 2,
  maxWaiting: 4,
});
const place = {
  workspace: 'w',
  person: 'p',
  data: join(home, 'data'),
  privateDirectory: join(home, 'private'),
  tables: [{ dataset: 'd', table: 't', file: 'd/t.parquet' }],
};
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
await db.run('SET threads = 2');
await db.run(`CREATE VIEW t AS SELECT * FROM read_parquet('${file}')`);
const median = async (work: () => Promise<unknown>) => {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4]!;
};
const cold = performance.now();
await seats.run(place, 'SELECT 1');
console.log(`cold start and a first query: ${(performance.now() - cold).toFixed(0)} ms`);
for (const sql of [
  'SELECT count(*) FROM t',
  'SELECT g, count(*), avg(v), quantile_cont(v, 0.5) FROM t GROUP BY g ORDER BY g',
  'SELECT * FROM t LIMIT 5000',
]) {
  const bare = await median(async () => (await db.runAndReadAll(sql)).getRowsJson());
  const walled = await median(() => seats.run(place, sql));
  console.log(
    `${sql}: bare ${bare.toFixed(1)} ms, sandboxed ${walled.toFixed(1)} ms (bound ${(bare * 1.1 + 30).toFixed(1)})`,
  );
}
await seats.close();
