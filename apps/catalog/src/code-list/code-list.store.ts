import { Clock, type Person } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { contentKey, identityOf } from '../dataset/identity.js';
import { variableDocument } from '../search/search-document.js';
import { allWordsQuery } from '../search/search-query.js';
import type { Code, CodeList } from './code-list.js';

export interface CodeListHead {
  readonly id: string;
  readonly holderId: string;
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly codeColumn: string;
  readonly size: number;
  readonly version: number;
}

export interface CodePage {
  readonly total: number;
  /** More match than were counted. */
  readonly atLeast: boolean;
  readonly codes: readonly Code[];
}

const head = `id, holder_id AS "holderId", name, title, columns, code_column AS "codeColumn", size, version`;
const mostCounted = 1_000;
/** Rows per statement: a list of 56,000 rows would otherwise be one message of tens of megabytes. */
const batch = 5_000;

/** Code lists, replaced as a whole by their holder. */
@Injectable()
export class CodeListStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The same content again changes nothing. */
  async save(list: CodeList, holder: Person): Promise<{ id: string; outcome: 'created' | 'updated' | 'unchanged' }> {
    const id = identityOf('code-list', holder.organisation, list.name);
    const key = contentKey({ ...list, codes: list.codes.map((code) => code.cells.join('\u001f')) });
    return this.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
      const { rows } = await client.query<{ content_key: string }>('SELECT content_key FROM code_list WHERE id = $1', [
        id,
      ]);
      if (rows[0]?.content_key === key) return { id, outcome: 'unchanged' };
      await client.query(
        `INSERT INTO code_list (id, holder_id, name, title, columns, code_column, size, version, changed_at, content_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)
         ON CONFLICT (id) DO UPDATE SET title = $4, columns = $5, code_column = $6, size = $7,
           version = code_list.version + 1, changed_at = $8, content_key = $9`,
        [
          id,
          holder.organisation,
          list.name,
          list.title,
          list.columns,
          list.codeColumn,
          list.codes.length,
          this.clock.now().toISOString(),
          key,
        ],
      );
      await replaceCodes(client, id, list.codes);
      return { id, outcome: rows[0] ? 'updated' : 'created' };
    });
  }

  async find(id: string): Promise<CodeListHead | undefined> {
    const { rows } = await this.database.query<CodeListHead>(
      'code_list_find',
      `SELECT ${head} FROM code_list WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  /** Lists by name or title; all, without a text. */
  async list(text: string, holderId: string | undefined, skip: number, take: number): Promise<CodeListHead[]> {
    const { rows } = await this.database.query<CodeListHead>(
      'code_list_list',
      `SELECT ${head} FROM code_list
       WHERE ($1 = '' OR name ILIKE $1 || '%' OR title ILIKE '%' || $1 || '%') AND ($2::text IS NULL OR holder_id = $2)
       ORDER BY name, holder_id OFFSET $3 LIMIT $4`,
      [text.replace(/[\\%_]/g, '\\$&'), holderId ?? null, skip, take],
    );
    return rows;
  }

  /** Ids by name, of one holder's lists: what a dataset's variables refer to. */
  async idsByName(holderId: string, names: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.database.query<{ name: string; id: string }>(
      'code_list_ids',
      'SELECT name, id FROM code_list WHERE holder_id = $1 AND name = ANY($2)',
      [holderId, names],
    );
    return new Map(rows.map((row) => [row.name, row.id]));
  }

  /** Codes that begin with the text, or whose labels have its words; in the list's order. */
  async codes(id: string, text: string, skip: number, take: number): Promise<CodePage> {
    const { rows } = await this.database.query<{ total: number; codes: Code[] | null }>(
      'code_page',
      `WITH matching AS MATERIALIZED (
         SELECT position, code, label, cells FROM code
         WHERE code_list_id = $1 AND ($2 = '' OR code LIKE $3 OR document @@ $4::tsquery) ORDER BY position LIMIT $5
       ), page AS (SELECT * FROM matching ORDER BY position OFFSET $6 LIMIT $7)
       SELECT (SELECT count(*)::int FROM matching) AS total,
         (SELECT json_agg(json_build_object('code', code, 'label', label, 'cells', cells) ORDER BY position) FROM page) AS codes`,
      [
        id,
        text,
        `${text.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`,
        allWordsQuery(text),
        Math.max(mostCounted, skip + take),
        skip,
        take,
      ],
    );
    const total = rows[0]?.total ?? 0;
    return { total, atLeast: total >= mostCounted, codes: rows[0]?.codes ?? [] };
  }
}

async function replaceCodes(client: PoolClient, id: string, codes: readonly Code[]): Promise<void> {
  await client.query('DELETE FROM code WHERE code_list_id = $1', [id]);
  for (let from = 0; from < codes.length; from += batch) {
    const rows = codes.slice(from, from + batch);
    await client.query(
      `INSERT INTO code (code_list_id, position, code, label, cells, document)
       SELECT $1, $2 + position, code, label, ARRAY(SELECT json_array_elements_text(cells)), document::tsvector
       FROM unnest($3::text[], $4::text[], $5::json[], $6::text[]) WITH ORDINALITY AS c(code, label, cells, document, position)`,
      [
        id,
        from,
        rows.map((row) => row.code),
        rows.map((row) => row.label),
        rows.map((row) => JSON.stringify(row.cells)),
        rows.map((row) => variableDocument(row.code, [row.label])),
      ],
    );
  }
}
