import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { atMost, type Bench, type Measure, type Setting } from '../bench.js';
import { median } from '../statistics.js';
import { bareDuckDb, generate } from './claims.js';
import { Provisioned } from './provisioned.js';

/** The memory that the service allows a query. */
const memoryMiB = 1024;
/** What a query may cost beyond a tenth of its own time: the service, its notes for the audit, the walls. */
const allowanceMs = 30;

const queries = {
  'one row': 'SELECT * FROM claims WHERE claim = 4711',
  count: 'SELECT count(*) AS n FROM claims',
  'rows by code':
    'SELECT code, count(*) AS n, sum(amount) AS total FROM claims GROUP BY code ORDER BY n DESC, code LIMIT 100',
  'persons by year and age':
    'SELECT year(day) AS y, age, count(DISTINCT person) AS persons FROM claims GROUP BY ALL ORDER BY ALL',
  'a thousand rows': "SELECT * FROM claims WHERE act = 'ACT7' ORDER BY claim LIMIT 1000",
} as const;

type Name = keyof typeof queries;

export const sandbox: Bench = {
  name: 'sandbox',
  about: 'a query in the sandbox, through its service; against bare DuckDB on the same Parquet file',
  async run(setting) {
    const { folder, rows } = setting;
    const file = join(folder, 'claims.parquet');
    const bare = await bareDuckDb(memoryMiB);
    await generate(bare.db, rows, file);
    const provisioned = await Provisioned.with(file, setting);
    const { workspaceId } = await provisioned.permit(1);
    const prepared = await preparedFile(provisioned);
    await bare.db.run(`CREATE VIEW claims AS SELECT * FROM read_parquet('${prepared}')`);
    const inSandbox = (sql: string) => query(provisioned, workspaceId, sql);
    const inBare = async (sql: string) => (await bare.db.runAndReadAll(sql)).getRowsJson().length;
    const measures = await measuresOf(inSandbox, inBare, setting);
    bare.close();
    await provisioned.hub.stop();
    return {
      measures,
      limits: [
        'every query is noted for the audit before its result is shown: an append to the journal; access is judged before and after',
      ],
    };
  },
};

type Ask = (sql: string) => Promise<number>;

async function measuresOf(inSandbox: Ask, inBare: Ask, { quick, runs }: Setting): Promise<Measure[]> {
  const times = new Map<Name, { own: number[]; bare: number[] }>();
  for (const name of Object.keys(queries) as Name[]) {
    const sql = queries[name];
    if ((await inSandbox(sql)) !== (await inBare(sql))) throw new Error(`the two answers to “${name}” differ`);
    const [own, bare]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      own.push(await repeated(inSandbox, sql, quick ? 3 : 5));
      bare.push(await repeated(inBare, sql, quick ? 3 : 5));
    }
    times.set(name, { own, bare });
  }
  const excess = (name: Name) =>
    (times.get(name)?.own ?? []).map((ms, run) => (ms - allowanceMs) / (times.get(name)?.bare[run] as number));
  return (Object.keys(queries) as Name[]).flatMap((name): Measure[] => [
    {
      what: `${name}: (sandbox − ${allowanceMs} ms) / bare`,
      unit: '×',
      values: excess(name).map((ratio) => Math.max(0, ratio)),
      goal: atMost(1.1),
    },
    { what: `${name}: sandbox`, unit: 'ms', values: times.get(name)?.own ?? [] },
    { what: `${name}: bare`, unit: 'ms', values: times.get(name)?.bare ?? [] },
  ]);
}

/** The median of a few, in milliseconds. */
async function repeated(ask: Ask, sql: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await ask(sql);
    took.push(performance.now() - start);
  }
  return median(took);
}

/** Answers how many rows came. */
async function query(provisioned: Provisioned, workspaceId: string, sql: string): Promise<number> {
  const path = `/workspaces/${workspaceId}/queries`;
  const response = await provisioned.call('claire', 'POST', path, JSON.stringify({ sql }), {
    'content-type': 'application/json',
  });
  const body = (await response.json()) as { rows?: unknown[] };
  if (!body.rows) throw new Error(`the query was refused: ${response.status} ${JSON.stringify(body).slice(0, 300)}`);
  return body.rows.length;
}

/** The only Parquet file below a workspace's data: the folders between are the service's own affair. */
async function preparedFile({ hub }: Provisioned): Promise<string> {
  for await (const found of glob('data/provisioning/**/data/**/*.parquet', { cwd: hub.home }))
    return join(hub.home, found);
  throw new Error('the workspace has no Parquet file');
}
