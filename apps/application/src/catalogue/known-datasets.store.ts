import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { OfferedDataset } from '../application/choose-basket.js';
import { KnownDataset } from './known-dataset.entity.js';

@Injectable()
export class KnownDatasets {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Those of the datasets that can be applied for now. */
  async offered(ids: readonly string[]): Promise<OfferedDataset[]> {
    const rows = await this.database.repository(KnownDataset).findBy({ id: In([...ids]), offered: true });
    return rows.map(({ id, tables }) => ({ datasetId: id, tables }));
  }

  /** The organisations that hold these datasets, also those offered no more. */
  async holdersOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.repository(KnownDataset).findBy({ id: In([...ids]) });
    return [...new Set(rows.map(({ holderId }) => holderId))];
  }

  /** Takes a newer version; an older or the same one, come again, changes nothing. */
  async learn(dataset: KnownDataset): Promise<void> {
    const { id, version, holderId, offered, tables } = dataset;
    await this.database.query(
      'known_dataset_learn',
      `INSERT INTO known_dataset (id, version, holder_id, offered, tables) VALUES ($1, $2, $3, $4, $5::jsonb)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, offered = excluded.offered, tables = excluded.tables
       WHERE known_dataset.version < excluded.version`,
      [id, version, holderId, offered, JSON.stringify(tables)],
    );
  }

  /** The dataset is offered no more. */
  async forget(id: string, version: number): Promise<void> {
    await this.database.query(
      'known_dataset_forget',
      'UPDATE known_dataset SET offered = false, version = $2 WHERE id = $1 AND version < $2',
      [id, version],
    );
  }
}
