import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { DatasetFacts } from '../delivery/deliver.js';

/** Who holds which dataset, and which of its columns identify a person: what the catalogue announced last. */
@Injectable()
export class KnownDatasets {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Keeps a version unless a later one is known: events may arrive twice. */
  async learn(dataset: {
    id: string;
    version: number;
    holderId: string;
    personalKeys: Readonly<Record<string, readonly string[]>>;
  }): Promise<void> {
    await this.database.query(
      'known_dataset_learn',
      `INSERT INTO known_dataset (id, version, holder_id, personal_keys) VALUES ($1, $2, $3, $4::jsonb)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, holder_id = excluded.holder_id, personal_keys = excluded.personal_keys
       WHERE known_dataset.version < excluded.version`,
      [dataset.id, dataset.version, dataset.holderId, JSON.stringify(dataset.personalKeys)],
    );
  }

  async factsOf(datasetId: string, table: string): Promise<DatasetFacts> {
    const { rows } = await this.database.query<{ holder_id: string; keys: string[] | null }>(
      'known_dataset_facts',
      'SELECT holder_id, personal_keys -> $2 AS keys FROM known_dataset WHERE id = $1',
      [datasetId, table],
    );
    return { holderId: rows[0]?.holder_id ?? null, personalKeys: rows[0]?.keys ?? [] };
  }
}
