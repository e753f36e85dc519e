import type { DataOf, DatasetPublished } from '@hub/contracts';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { DatasetCategories } from '../case/case.events.js';

type Announced = Pick<DataOf<typeof DatasetPublished>, 'datasetId' | 'version' | 'holderId' | 'healthCategories'>;

/** Who holds which dataset and what kind of data it is, as the catalogue announced it. A withdrawn dataset keeps its holder: cases outlive it. */
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

  /** The categories of each of the datasets that has any. */
  async categoriesOf(datasetIds: readonly string[]): Promise<DatasetCategories[]> {
    const { rows } = await this.database.query<{ dataset_id: string; categories: string[] }>(
      'known_categories_of',
      `SELECT dataset_id, categories FROM known_holder
       WHERE dataset_id = ANY ($1::text[]) AND categories <> '{}' ORDER BY dataset_id`,
      [datasetIds],
    );
    return rows.map(({ dataset_id: datasetId, categories }) => ({ datasetId, categories }));
  }

  /** Takes a newer version; an older or the same one, come again, changes nothing. */
  async learn({ datasetId, version, holderId, healthCategories = [] }: Announced): Promise<void> {
    await this.database.query(
      'known_holder_learn',
      `INSERT INTO known_holder (dataset_id, version, holder_id, categories) VALUES ($1, $2, $3, $4)
       ON CONFLICT (dataset_id) DO UPDATE SET version = excluded.version, holder_id = excluded.holder_id,
         categories = excluded.categories
       WHERE known_holder.version < excluded.version`,
      [datasetId, version, holderId, healthCategories],
    );
  }
}
