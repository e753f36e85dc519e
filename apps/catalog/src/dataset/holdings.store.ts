import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { DatasetDescription } from '../description/dataset-description.js';
import type { Texts } from '../description/texts.js';

export interface Holding {
  readonly id: string;
  readonly identifier: string;
  readonly title: Texts;
  readonly status: string;
  readonly version: number;
  readonly changedAt: string;
  /** How many findings keep it from being published. */
  readonly blocking: number;
}

export interface Revision {
  readonly datasetId: string;
  readonly version: number;
  readonly status: string;
  readonly changedAt: string;
  readonly description: DatasetDescription;
}

/** Reads for holders, and datasets as they were. */
@Injectable()
export class Holdings {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(holderId: string, skip: number, take: number): Promise<{ total: number; items: Holding[] }> {
    const { rows } = await this.database.query<Holding & { total: number }>(
      'holdings',
      `SELECT id, identifier, description->'title' AS title, status, version, changed_at AS "changedAt",
         (SELECT count(*)::int FROM jsonb_array_elements(findings) f WHERE f->>'level' = 'blocking') AS blocking,
         count(*) OVER ()::int AS total
       FROM dataset WHERE holder_id = $1 ORDER BY changed_at DESC, id OFFSET $2 LIMIT $3`,
      [holderId, skip, take],
    );
    return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _total, ...holding }) => holding) };
  }

  /** Versions of a draft stay its holder's own, even after the dataset was published. */
  async revision(datasetId: string, version: number, drafts: boolean): Promise<Revision | undefined> {
    const { rows } = await this.database.query<Revision>(
      'revision',
      `SELECT dataset_id AS "datasetId", version, status, changed_at AS "changedAt", description
       FROM dataset_revision WHERE dataset_id = $1 AND version = $2 AND ($3 OR status = 'published')`,
      [datasetId, version, drafts],
    );
    return rows[0];
  }
}
