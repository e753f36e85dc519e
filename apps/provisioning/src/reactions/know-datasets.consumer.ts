import { DatasetPublished } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';

/** Learns who may deliver a dataset and what identifies a person in it. */
@Controller()
export class KnowDatasets {
  constructor(@Inject(KnownDatasets) private readonly datasets: KnownDatasets) {}

  @Reaction('provisioning.know-datasets', DatasetPublished)
  async learn({ data }: Received<typeof DatasetPublished>): Promise<void> {
    const personalKeys = Object.fromEntries(data.tables.map(({ name, personalKeys: keys }) => [name, keys]));
    await this.datasets.learn({ id: data.datasetId, version: data.version, holderId: data.holderId, personalKeys });
  }
}
