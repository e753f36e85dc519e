import { Database } from '@hub/event-store';
import { CreateCatalogue1761000000000 } from '../../src/migrations/create-catalogue.js';
import { SearchStore } from '../../src/search/search.store.js';
import { type Selections, searchQuery } from '../../src/search/search-query.js';
import { fill } from './fill.js';

/**
 * How long searches take on many datasets: `DATABASE_URL=… node apps/catalog/dist/test/load/measure-search.js [datasets] [clients]`
 * on a database of its own, which is filled the first time (100,000 datasets: some minutes).
 */
const [count = 100_000, clients = 2] = process.argv.slice(2).map(Number);
const searches: readonly [string, Selections?][] = [
  ['cancer'],
  ['données'],
  ['registre'],
  ['diabète'],
  ['hypertens'],
  ['can'],
  ['mot'],
  ['mot1a'],
  ['zzzz'],
  ['cancer sein'],
  ['registre cancer bretagne'],
  ['health data patient'],
  ['lymphome martinique'],
  ['cancer', { healthCategory: ['EHRS'] }],
  ['santé', { holder: ['org-3'], accessRight: ['NON_PUBLIC'] }],
  ['', { healthCategory: ['EHRS'] }],
  ['sein', { theme: ['HEAL'], accessRight: ['PUBLIC', 'RESTRICTED'] }],
];
const variables = ['date', 'DAT_MOT1', 'diagnostic cancer', 'code', 'age'];

const database = new Database({ url: process.env['DATABASE_URL'] ?? '', migrations: [CreateCatalogue1761000000000] });
await database.connect();
await fill(database, count);
const search = new SearchStore(database);

async function datasets(text: string, selections?: Selections): Promise<number> {
  const query = searchQuery(text, selections);
  const started = performance.now();
  const { hits } = await search.datasets(query, 0, 20);
  if (query.anyWord && hits.length > 0)
    await search.matchingVariables(
      hits.map((hit) => hit.id),
      query.anyWord,
    );
  return performance.now() - started;
}

async function variablesNamed(text: string): Promise<number> {
  const started = performance.now();
  await search.variables(searchQuery(text), 0, 20);
  return performance.now() - started;
}

const all = [
  ...searches.map(
    ([text, selections]) =>
      () =>
        datasets(text, selections),
  ),
  ...variables.map((text) => () => variablesNamed(text)),
];
for (let warm = 0; warm < 3; warm++)
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const each of all) await each();
    }),
  );
const times: number[] = [];
const queue = Array.from({ length: 40 }, () => all).flat();
await Promise.all(
  Array.from({ length: clients }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) times.push(await next());
  }),
);
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
console.log(
  `${times.length} searches, ${clients} at a time: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
);
await database.close();
