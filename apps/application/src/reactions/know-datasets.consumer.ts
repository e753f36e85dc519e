import { DatasetPublished, DatasetWithdrawn } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';

/** Keeps what can be applied for, so that a basket is checked without asking the catalogue. */
@Controller()
export class KnowDatasets {
  constructor(@Inject(KnownDatasets) private readonly datasets: KnownDatasets) {}

  @Reaction('application.know-datasets', DatasetPublished)
  async learn({ data }: Received<typeof DatasetPublished>): Promise<void> {
    const tables = Object.fromEntries(data.tables.map(({ name, columns }) => [name, columns]));
    await this.datasets.learn({
      id: data.datasetId,
      version: data.version,
      holderId: data.holderId,
      offered: true,
      tables,
    });
  }

  @Reaction('application.know-datasets', DatasetWithdrawn)
  async forget({ data }: Received<typeof DatasetWithdrawn>): Promise<void> {
    await this.datasets.forget(data.datasetId, data.version);
  }
}
