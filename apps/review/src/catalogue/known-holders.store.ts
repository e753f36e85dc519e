import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

/** Who holds which dataset, as the catalogue announced it. A withdrawn dataset keeps its holder: cases outlive it. */
@Injectable()
export class KnownHolders {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The organisations that hold one of the datasets; a dataset that was never published is held by nobody. */
  async of(datasetIds: readonly string[]): Promise<string[]> {
    const { rows } = await this.database.query<{ holder_id: string }>(
      'known_holder_of',
      'SELECT DISTINCT holder_id FROM known_holder WHERE dataset_id = ANY ($1::text[]) ORDER BY holder_id',
      [datasetIds],
    );
    return rows.map(({ holder_id }) => holder_id);
  }

  /** Takes a newer version; an older or the same one, come again, changes nothing. */
  async learn(datasetId: string, version: number, holderId: string): Promise<void> {
    await this.database.query(
      'known_holder_learn',
      `INSERT INTO known_holder (dataset_id, version, holder_id) VALUES ($1, $2, $3)
       ON CONFLICT (dataset_id) DO UPDATE SET version = excluded.version, holder_id = excluded.holder_id
       WHERE known_holder.version < excluded.version`,
      [datasetId, version, holderId],
    );
  }
}
