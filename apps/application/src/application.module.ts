import type { ServiceDefinition } from '@hub/http-edge';
import { Module } from '@nestjs/common';
import { ApplicationController } from './application/application.controller.js';
import { ApplicationListRow } from './application/application.entity.js';
import { ApplicationStore } from './application/application.store.js';
import { CopyController } from './application/copy.controller.js';
import { DocumentsController } from './application/documents.controller.js';
import { PublicNoticeController } from './application/public-notice.controller.js';
import { KnownDataset } from './catalogue/known-dataset.entity.js';
import { KnownDatasets } from './catalogue/known-datasets.store.js';
import { DraftClock } from './expiry/draft-clock.consumer.js';
import { draftPolicyFrom } from './expiry/draft-policy.config.js';
import { FormController } from './form/form.controller.js';
import { Forms } from './form/forms.js';
import { CreateApplication1760000001000 } from './migrations/create-application.js';
import { ListAndExpiry1760000007000 } from './migrations/list-and-expiry.js';
import { FollowReview } from './reactions/follow-review.consumer.js';
import { KnowDatasets } from './reactions/know-datasets.consumer.js';
import { refusals } from './refusals.js';

@Module({
  controllers: [
    FormController,
    DocumentsController,
    CopyController,
    ApplicationController,
    PublicNoticeController,
    FollowReview,
    KnowDatasets,
  ],
  providers: [
    ApplicationStore,
    KnownDatasets,
    { provide: Forms, useFactory: () => new Forms() },
    DraftClock,
    { provide: 'application:draft-policy', useFactory: () => draftPolicyFrom(process.env) },
  ],
})
export class ApplicationModule {}

export const service: ServiceDefinition = {
  name: 'application',
  module: ApplicationModule,
  entities: [ApplicationListRow, KnownDataset],
  migrations: [CreateApplication1760000001000, ListAndExpiry1760000007000],
  explanations: refusals,
};
