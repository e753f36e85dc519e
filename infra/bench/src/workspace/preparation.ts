import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atMost, type Bench } from '../bench.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { bareDuckDb, generate, restricted } from './claims.js';
import { Provisioned } from './provisioned.js';

/** The memory that the service allows a preparation. */
const memoryMiB = 4096;

export const preparation: Bench = {
  name: 'preparation',
  about: 'the preparation of a workspace; against bare DuckDB that copies the same rows and columns to Parquet',
  async run(setting) {
    const { folder, rows, runs, say } = setting;
    const file = join(folder, 'claims.parquet');
    await withDuckDb(async (copy) => copy((db) => generate(db, rows, file)));
    const provisioned = await Provisioned.with(file, setting);
    const [own, plain, ordered]: number[][] = [[], [], []];
    let spent = '';
    for (let run = 1; run <= runs; run++) {
      const usage = watchCpu(provisioned.hub.launcher.pid);
      own?.push((await provisioned.permit(run)).seconds);
      spent = spentOn(usage());
      await withDuckDb(async (copy) => {
        const to = join(folder, 'bare.parquet');
        plain?.push(await copy((db) => db.run(`COPY (${restricted(file)}) TO '${to}' (FORMAT parquet)`)));
        ordered?.push(
          await copy((db) => db.run(`COPY (${restricted(file)} ORDER BY person, claim) TO '${to}' (FORMAT parquet)`)),
        );
        await rm(to);
      });
      say(
        `${rows} rows: prepared in ${own?.at(-1)?.toFixed(2)} s, copied in ${plain?.at(-1)?.toFixed(2)} s, in order in ${ordered?.at(-1)?.toFixed(2)} s`,
      );
    }
    await provisioned.hub.stop();
    const ratio = (of: readonly number[] = []) => (own ?? []).map((seconds, run) => seconds / (of[run] as number));
    return {
      measures: [
        { what: 'preparation / bare copy', unit: '×', values: ratio(plain), goal: atMost(1.5) },
        { what: 'preparation / bare copy in order of persons', unit: '×', values: ratio(ordered) },
        { what: 'preparation, from its first to its last event', unit: 's', values: own ?? [] },
        { what: 'bare copy', unit: 's', values: plain ?? [] },
        { what: 'bare copy in order of persons', unit: 's', values: ordered ?? [] },
      ],
      limits: [
        'beyond the copy, the preparation checks the schema, keys every person with HMAC-SHA-256, joins the pseudonyms, sorts by them so that the source’s order is gone, and hashes the result',
        `while preparing: ${spent}`,
      ],
    };
  },
};

type Work = Parameters<typeof timed>[1];

/** A fresh engine each time, as the service has one. */
async function withDuckDb(work: (copy: (of: Work) => Promise<number>) => Promise<unknown>): Promise<void> {
  const bare = await bareDuckDb(memoryMiB);
  try {
    await work((of) => timed(bare.db, of));
  } finally {
    bare.close();
  }
}

type Db = Awaited<ReturnType<typeof bareDuckDb>>['db'];

/** Seconds. */
async function timed(db: Db, of: (db: Db) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await of(db);
  return (performance.now() - start) / 1000;
}
