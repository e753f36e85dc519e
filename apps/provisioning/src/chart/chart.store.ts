import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

export interface ChartRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly queryId: string;
  readonly title: string;
  readonly spec: unknown;
  readonly dataSha256: string;
  readonly svg: string;
  readonly at: Date;
}

const head = `id, workspace_id AS "workspaceId", person_id AS "personId", query_id AS "queryId", title, data_sha256 AS "dataSha256", at`;

/** Charts with their pictures: results of members, so they never leave but as exports. */
@Injectable()
export class ChartStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async save({ id, workspaceId, personId, queryId, title, spec, dataSha256, svg, at }: ChartRow): Promise<void> {
    await this.database.query(
      'chart_save',
      `INSERT INTO chart (id, workspace_id, person_id, query_id, title, spec, data_sha256, svg, at)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9::timestamptz) ON CONFLICT (id) DO NOTHING`,
      [id, workspaceId, personId, queryId, title, JSON.stringify(spec), dataSha256, svg, at.toISOString()],
    );
  }

  async list(workspaceId: string): Promise<Omit<ChartRow, 'spec' | 'svg'>[]> {
    const { rows } = await this.database.query<ChartRow & Record<string, unknown>>(
      'chart_list',
      `SELECT ${head} FROM chart WHERE workspace_id = $1 ORDER BY at DESC LIMIT 200`,
      [workspaceId],
    );
    return rows;
  }

  async find(workspaceId: string, id: string): Promise<ChartRow | null> {
    const { rows } = await this.database.query<ChartRow & Record<string, unknown>>(
      'chart_find',
      `SELECT ${head}, spec, svg FROM chart WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }

  /** With a workspace's data, its charts go too. */
  async purge(workspaceId: string): Promise<void> {
    await this.database.query('chart_purge', 'DELETE FROM chart WHERE workspace_id = $1', [workspaceId]);
  }
}
