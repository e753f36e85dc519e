/**
 * How long a preparation takes against bare DuckDB doing the same copy.
 * `node dist/test/preparation.bench.js [rows in millions] [folder]`
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, delivery, folder, prepareInto, schemaOf, scopeOf } from './small-data.js';

const million = Number(process.argv[2] ?? 10);
const at = process.argv[3] ?? (await folder('hub-bench-'));
const source = join(at, `claims-${million}.parquet`);
const columns = ['claim', 'person', 'day', 'code', 'amount', 'act', 'age', 'place'];

if (!existsSync(source)) {
  await ask(`COPY (SELECT range AS claim, 'NIR' || lpad((hash(range) % ${million * 100_000})::VARCHAR, 12, '0') AS person,
    DATE '2015-01-01' + (hash(range + 7) % 3650)::INT AS day, (hash(range + 3) % 20000)::INT AS code,
    round((hash(range + 9) % 100000) / 100.0, 2)::DOUBLE AS amount, 'ACT' || (hash(range + 11) % 500) AS act,
    (hash(range + 5) % 120)::INT AS age, 'x' || (hash(range) % 90) AS place FROM range(${million * 1_000_000})) TO '${source}'`);
}
const timed = async (name: string, work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  console.log(`${name}: ${(took / 1000).toFixed(2)} s`);
  return took;
};
const restricted = `SELECT ${columns.join(', ')} FROM '${source}' WHERE day BETWEEN '2015-01-01' AND '2023-12-31'`;
const out = join(at, 'bare.parquet');
const plain = await timed('bare copy', () => ask(`COPY (${restricted}) TO '${out}'`));
const ordered = await timed('bare copy, ordered by person', () =>
  ask(`COPY (${restricted} ORDER BY person, claim) TO '${out}'`),
);
const types: Record<string, string> = {
  claim: 'integer',
  day: 'date',
  code: 'integer',
  age: 'integer',
  amount: 'number',
};
const schema = schemaOf({
  fields: columns.map((name) => ({ name, type: types[name] ?? 'string' })),
  personKey: 'person',
  dateColumn: 'day',
});
const claims = await delivery('bench', 'claims', 'parquet', schema, source);
const scope = scopeOf({
  tables: [{ dataset: 'bench', table: 'claims', columns }],
  period: { from: '2015-01-01', to: '2023-12-31' },
});
const own = await timed('preparation', async () => {
  const done = await prepareInto(join(at, 'prepared'), scope, [claims]);
  if (!done.ok) throw new Error(JSON.stringify(done.breaches));
});
console.log(
  `ratio: ${(own / ordered).toFixed(2)} of the same copy in the same sort of order, ${(own / plain).toFixed(2)} of a copy in the source's order`,
);
