import { Seeded } from '@hub/testkit';
import pg from 'pg';
import { withClient } from '../direct/clone-tables.js';
import { filled, type Pattern, patternOf } from '../direct/pattern.js';
import type { BenchHub } from '../hub/start-hub.js';
import type { Tokens } from '../hub/tokens.js';
import { place, places, template, templates } from './template.js';
import { word } from './vocabulary.js';

/** What the catalogue keeps of a published dataset, parents before children. */
const tables = ['dataset', 'dataset_table', 'variable', 'dataset_search'] as const;
type Table = (typeof tables)[number];
type Stored = Readonly<Record<Table, readonly Pattern[]>>;

const batch = 500;
const holders = 60;

/**
 * Publishes a few descriptions through the API and multiplies the very rows that the catalogue stored of them:
 * every copy has other words in the places of the template's, in texts, names, search documents and all.
 */
export async function fillCatalogue(hub: BenchHub, tokens: Tokens, datasets: number): Promise<void> {
  const ids: string[] = [];
  for (let number = 0; number < templates; number++) ids.push(await publish(hub, tokens, number));
  await withClient(hub.databaseUrl('catalog'), async (client) => {
    const stored: Stored[] = [];
    for (const id of ids) stored.push(await storedOf(client, id));
    for (const table of tables.toReversed()) await client.query(`DELETE FROM ${table}`);
    const remake = await dropIndexes(client);
    await client.query(`SET session_replication_role = 'replica'`);
    await multiply(client, stored, datasets);
    await client.query(`SET session_replication_role = 'origin'; SET maintenance_work_mem = '512MB'`);
    for (const statement of remake) await client.query(statement);
    await client.query('VACUUM ANALYZE');
  });
}

async function publish(hub: BenchHub, tokens: Tokens, number: number): Promise<string> {
  const response = await fetch(`${hub.url('catalog')}/catalog/imports?publish=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokens.within('holder-cnam')}` },
    body: JSON.stringify(template(number)).replaceAll(place(0), `${place(0)}${number}`),
  });
  const text = await response.text();
  const [dataset] = response.ok ? (JSON.parse(text) as { datasets: { id: string; status: string }[] }).datasets : [];
  if (dataset?.status !== 'published')
    throw new Error(`a template was not published: ${response.status} ${text.slice(0, 500)}`);
  return dataset.id;
}

/** The rows of one dataset as JSON, cut where something differs from copy to copy. */
async function storedOf(client: pg.Client, id: string): Promise<Stored> {
  const found = await client.query<{ changed: string; identifier: string }>(
    `SELECT to_json(changed_at) #>> '{}' AS changed, identifier FROM dataset WHERE id = $1`,
    [id],
  );
  const { changed, identifier } = found.rows[0] as { changed: string; identifier: string };
  const words = Array.from({ length: places }, (_, number) => place(number + 1));
  const varied = [id, changed, 'cnam', identifier, ...words, ...words.map((each) => each.toUpperCase())];
  const rowsOf = async (table: Table) => {
    const column = table === 'dataset' ? 'id' : 'dataset_id';
    const { rows } = await client.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${table} t WHERE ${column} = $1`,
      [id],
    );
    return rows.map(({ row }) => patternOf(row, varied));
  };
  return {
    dataset: await rowsOf('dataset'),
    dataset_table: await rowsOf('dataset_table'),
    variable: await rowsOf('variable'),
    dataset_search: await rowsOf('dataset_search'),
  };
}

async function multiply(client: pg.Client, stored: readonly Stored[], datasets: number): Promise<void> {
  const random = new Seeded(2026);
  let sending: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < datasets; from += batch) {
    const rows: Record<Table, string[]> = { dataset: [], dataset_table: [], variable: [], dataset_search: [] };
    for (let number = from; number < Math.min(datasets, from + batch); number++) {
      const made = copyOf(random, number);
      const source = stored[number % stored.length] as Stored;
      for (const table of tables) for (const pattern of source[table]) rows[table].push(filled(pattern, made));
    }
    // While Postgres takes one batch, the next one is made.
    await sending;
    sending = insert(client, rows);
  }
  await sending;
}

async function insert(client: pg.Client, rows: Readonly<Record<Table, readonly string[]>>): Promise<void> {
  for (const table of tables) {
    const text = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`;
    await client.query(text, [`[${rows[table].join(',')}]`]);
  }
}

function copyOf(random: Seeded, number: number): string[] {
  const words = Array.from({ length: places }, () => word(random));
  // Names of variables and tables stay different within a dataset.
  for (let at = 33; at < places; at++) words[at] = `${words[at]}${at % 10}`;
  const changed = new Date(Date.UTC(2024, 0, 1) + random.below(2 * 365 * 86_400) * 1000).toISOString();
  return [
    random.uuid(),
    changed,
    `org${random.below(holders)}`,
    `ds${number}`,
    ...words,
    ...words.map((each) => each.toUpperCase()),
  ];
}

/** Indexes are made at the end, as after any restored backup; keys stay. Answers how to make them. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; statement: string }>(
    `SELECT i.indexrelid::regclass::text AS name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') AS statement
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relname = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
       AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ statement }) => statement);
}
