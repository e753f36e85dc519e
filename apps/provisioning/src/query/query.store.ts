import { QueryExecuted, told } from '@hub/contracts';
import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { noteQuery, type QueryEvent, type QueryRelation, type QueryState, query } from './query.js';

export interface QueryRow {
  readonly id: string;
  readonly personId: string;
  readonly title: string | null;
  readonly sql: string;
  readonly outcome: string;
  readonly rows: number;
  readonly milliseconds: number;
  readonly at: Date;
}

const columns = `id, person_id AS "personId", title, sql, outcome, rows, milliseconds, at`;

@Injectable()
export class QueryStore extends AggregateStore<QueryState, QueryEvent, QueryRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(journal, { clock, ids }, { aggregate: query, slices: [noteQuery], published, views: row });
  }

  /** What members kept under a title, and what this person ran lately. */
  async list(workspaceId: string, personId: string): Promise<QueryRow[]> {
    const { rows } = await this.journal.database.query<QueryRow & Record<string, unknown>>(
      'query_list',
      `SELECT ${columns} FROM query WHERE workspace_id = $1 AND (title IS NOT NULL OR person_id = $2) ORDER BY at DESC LIMIT 200`,
      [workspaceId, personId],
    );
    return rows;
  }

  async find(workspaceId: string, id: string): Promise<QueryRow | null> {
    const { rows } = await this.journal.database.query<QueryRow & Record<string, unknown>>(
      'query_find',
      `SELECT ${columns} FROM query WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }
}

function published(event: QueryEvent, _state: QueryState, queryId: string) {
  const { workspaceId, personId, sqlSha256, outcome, rows, milliseconds, purpose } = event;
  return told(QueryExecuted, { queryId, workspaceId, personId, sqlSha256, outcome, rows, milliseconds, purpose });
}

function row({ id, state, at }: ViewInput<QueryState, QueryEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const { workspaceId, personId, title, sql, outcome, rows, milliseconds } = state;
  return [
    {
      text: `INSERT INTO query (id, workspace_id, person_id, title, sql, outcome, rows, milliseconds, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7::integer, $8::integer, $9::timestamptz) ON CONFLICT (id) DO NOTHING`,
      values: [id, workspaceId, personId, title, sql, outcome, rows, milliseconds, at.toISOString()],
    },
  ];
}
