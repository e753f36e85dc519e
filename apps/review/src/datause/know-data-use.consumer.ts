import { DatasetPublished, OrganisationAmended, OrganisationRegistered } from '@hub/contracts';
import { Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { knowDataUse } from '../reactions/groups.js';
import { DataUseStore } from './data-use.store.js';

/** Keeps what the match needs from elsewhere: the codes of datasets, the kinds of organisations. */
@Controller()
export class KnowDataUse {
  constructor(@Inject(DataUseStore) private readonly known: DataUseStore) {}

  @Reaction(knowDataUse, DatasetPublished)
  async learnCodes({ data: { datasetId, version, dataUse = [] } }: Received<typeof DatasetPublished>) {
    await this.known.learnCodes(datasetId, version, dataUse);
  }

  @Reaction(knowDataUse, OrganisationRegistered)
  async learnOrganisation({ data: { organisationId, ...facts }, version }: Received<typeof OrganisationRegistered>) {
    await this.known.learnOrganisation(organisationId, version, facts);
  }

  @Reaction(knowDataUse, OrganisationAmended)
  async learnAmended({ data: { organisationId, ...facts }, version }: Received<typeof OrganisationAmended>) {
    await this.known.learnOrganisation(organisationId, version, facts);
  }
}
