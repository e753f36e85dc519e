import { type Actor, actorId } from '@hub/decider';
import type { Database } from '@hub/event-store';
import type { PoolClient } from 'pg';
import type { DatasetDescription, Table, Variable } from '../description/dataset-description.js';
import { allTexts } from '../description/texts.js';
import { cardOf, richness } from '../search/card.js';
import { searchDocument, variableDocument } from '../search/search-document.js';
import type { Dataset, PresentDataset } from './dataset.js';

/** A dataset's state in rows: the description, its tables and variables, and what search reads. */
export interface StoredDataset {
  readonly state: Dataset;
  readonly version: number;
  /** How many announcements were made: the version that readers of the topic see. */
  readonly announced: number;
}

interface DatasetRow {
  holder_id: string;
  status: PresentDataset['status'];
  version: number;
  announced: number;
  ever_published: boolean;
  content_key: string;
  description: Omit<DatasetDescription, 'tables'>;
  findings: PresentDataset['findings'];
}

type TableRow = { detail: Omit<Table, 'variables'>; variables: Variable[] };

const selectDataset = `SELECT holder_id, status, version, announced, ever_published, content_key, description, findings FROM dataset WHERE id = $1`;
const selectTables = `
  SELECT t.detail, coalesce((SELECT json_agg(v.detail ORDER BY v.position) FROM variable v
    WHERE v.dataset_id = t.dataset_id AND v.table_name = t.name), '[]') AS variables
  FROM dataset_table t WHERE t.dataset_id = $1 ORDER BY t.position`;

const nothing: StoredDataset = { state: { status: 'absent' }, version: 0, announced: 0 };

export async function readState(database: Database, id: string): Promise<StoredDataset> {
  const { rows } = await database.query<DatasetRow>('dataset_read', selectDataset, [id]);
  if (!rows[0]) return nothing;
  const tables = await database.query<TableRow>('dataset_tables', selectTables, [id]);
  return storedFrom(rows[0], tables.rows);
}

/** A withdrawn dataset with the description that was public last: what its holder drafts since is not. */
export async function lastPublished(
  database: Database,
  id: string,
  stored: StoredDataset,
  state: PresentDataset,
): Promise<StoredDataset> {
  const { rows } = await database.query<{ description: DatasetDescription }>(
    'dataset_last_published',
    `SELECT description FROM dataset_revision WHERE dataset_id = $1 AND status = 'published' ORDER BY version DESC LIMIT 1`,
    [id],
  );
  return { ...stored, state: { ...state, description: rows[0]?.description ?? state.description } };
}

/** The state, locked until the transaction ends; two imports of one dataset wait for each other, even of a new one. */
export async function lockState(client: PoolClient, id: string): Promise<StoredDataset> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  const { rows } = await client.query<DatasetRow>(`${selectDataset} FOR UPDATE`, [id]);
  if (!rows[0]) return nothing;
  const tables = await client.query<TableRow>(selectTables, [id]);
  return storedFrom(rows[0], tables.rows);
}

function storedFrom(row: DatasetRow, tables: readonly TableRow[]): StoredDataset {
  const description = { ...row.description, tables: tables.map(({ detail, variables }) => ({ ...detail, variables })) };
  return {
    state: {
      status: row.status,
      holderId: row.holder_id,
      description: description as DatasetDescription,
      findings: row.findings,
      contentKey: row.content_key,
      everPublished: row.ever_published,
    },
    version: row.version,
    announced: row.announced,
  };
}

interface Circumstances {
  readonly at: Date;
  readonly actor: Actor;
  readonly before: Dataset;
}

export async function writeState(
  client: PoolClient,
  id: string,
  next: StoredDataset,
  about: Circumstances,
): Promise<void> {
  const { state } = next;
  if (state.status === 'absent') return;
  const { tables, ...description } = state.description;
  await client.query(
    `INSERT INTO dataset (id, holder_id, identifier, status, version, announced, ever_published, changed_at, content_key, description, findings)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (id) DO UPDATE SET status = $4, version = $5, announced = $6, ever_published = $7, changed_at = $8,
       content_key = $9, description = $10, findings = $11`,
    [
      id,
      state.holderId,
      state.description.identifier,
      state.status,
      next.version,
      next.announced,
      state.everPublished,
      about.at.toISOString(),
      state.contentKey,
      JSON.stringify(description),
      JSON.stringify(state.findings),
    ],
  );
  const sameContent = about.before.status !== 'absent' && about.before.contentKey === state.contentKey;
  if (!sameContent) await replaceTables(client, id, tables);
  await replaceSearch(client, id, state, about.at);
  await client.query(
    `INSERT INTO dataset_revision (dataset_id, version, status, changed_at, changed_by, description) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, next.version, state.status, about.at.toISOString(), actorId(about.actor), JSON.stringify(state.description)],
  );
}

async function replaceTables(client: PoolClient, id: string, tables: readonly Table[]): Promise<void> {
  await client.query('DELETE FROM dataset_table WHERE dataset_id = $1', [id]);
  if (tables.length === 0) return;
  const details = tables.map(({ variables: _variables, ...detail }) => JSON.stringify(detail));
  await client.query(
    `INSERT INTO dataset_table (dataset_id, name, position, detail)
     SELECT $1, name, position, detail FROM unnest($2::text[], $3::jsonb[]) WITH ORDINALITY AS t(name, detail, position)`,
    [id, tables.map((table) => table.name), details],
  );
  const rows = tables.flatMap((table) =>
    table.variables.map((variable, position) => ({ table: table.name, variable, position })),
  );
  await client.query(
    `INSERT INTO variable (dataset_id, table_name, name, position, code_list, detail, document)
     SELECT $1, table_name, name, position, code_list, detail, document::tsvector
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::text[])
       AS v(table_name, name, position, code_list, detail, document)`,
    [
      id,
      rows.map((row) => row.table),
      rows.map((row) => row.variable.name),
      rows.map((row) => row.position),
      rows.map((row) => row.variable.codeList?.name ?? null),
      rows.map((row) => JSON.stringify(row.variable)),
      rows.map(({ variable }) =>
        variableDocument(variable.name, [...allTexts(variable.label), ...allTexts(variable.description)]),
      ),
    ],
  );
}

/** Search knows published datasets only, so that it never has to ask. */
async function replaceSearch(client: PoolClient, id: string, state: PresentDataset, at: Date): Promise<void> {
  await client.query('DELETE FROM dataset_search WHERE dataset_id = $1', [id]);
  if (state.status !== 'published') return;
  const { document, strong, facets } = searchDocument(state.description, state.holderId);
  await client.query(
    `INSERT INTO dataset_search (dataset_id, document, strong, facets, richness, card, changed_at)
     VALUES ($1, $2::tsvector, $3::tsvector, $4, $5, $6, $7)`,
    [
      id,
      document,
      strong,
      facets,
      richness(state.description),
      JSON.stringify(cardOf(state.description, state.holderId)),
      at.toISOString(),
    ],
  );
}
