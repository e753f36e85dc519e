import { DatasetPublished } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { KnownHolders } from '../catalogue/known-holders.store.js';
import { knowHolders } from './groups.js';

/** Keeps who holds a dataset and what kind of data it is, so that a case knows both when it is opened. */
@Controller()
export class KnowHolders {
  constructor(@Inject(KnownHolders) private readonly holders: KnownHolders) {}

  @Reaction(knowHolders, DatasetPublished)
  async learn({ data }: Received<typeof DatasetPublished>): Promise<void> {
    await this.holders.learn(data);
  }
}
