import type { ServiceDefinition } from '@hub/http-edge';
import { declaredProcedures, Procedures, proceduresInFile } from '@hub/procedures';
import { Module, type Type } from '@nestjs/common';
import { Accounts } from './application/account.client.js';
import { ApplicationController } from './application/application.controller.js';
import { ApplicationListRow } from './application/application.entity.js';
import { ApplicationStore } from './application/application.store.js';
import { CopyController } from './application/copy.controller.js';
import { DocumentsController } from './application/documents.controller.js';
import { PublicNoticeController } from './application/public-notice.controller.js';
import { AttachmentController } from './attachment/attachment.controller.js';
import { AttachmentStore } from './attachment/attachment.store.js';
import { KeepFiles } from './attachment/keep-files.client.js';
import { ReceiveFile } from './attachment/receive-file.client.js';
import { Vault } from './attachment/vault.client.js';
import { bodyAsStream } from './body-as-stream.config.js';
import { KnownDataset } from './catalogue/known-dataset.entity.js';
import { KnownDatasets } from './catalogue/known-datasets.store.js';
import { DraftClock } from './expiry/draft-clock.consumer.js';
import { draftPolicyFrom } from './expiry/draft-policy.config.js';
import { FormController } from './form/form.controller.js';
import { Forms } from './form/forms.js';
import { CaseLocks } from './lock/case-locks.store.js';
import { MessageController } from './message/message.controller.js';
import { MessageStore } from './message/message.store.js';
import { CreateApplication1760000001000 } from './migrations/create-application.js';
import { CreateAttachments1766100000000 } from './migrations/create-attachments.js';
import { CreateCaseLocks1764115200000 } from './migrations/create-case-locks.js';
import { CreateLetters1766100002000 } from './migrations/create-letters.js';
import { CreateMessages1766100001000 } from './migrations/create-messages.js';
import { ListAndExpiry1760000007000 } from './migrations/list-and-expiry.js';
import { MessagesInThreads1766100003000 } from './migrations/messages-in-threads.js';
import { PapersOfAuthorities1766100004000 } from './migrations/papers-of-authorities.js';
import { FollowReview } from './reactions/follow-review.consumer.js';
import { KnowDatasets } from './reactions/know-datasets.consumer.js';
import { OpenCorrespondenceWhenAuthoritySeized } from './reactions/open-correspondence-when-authority-seized.consumer.js';
import { RefuseCopiesWhenCaseLocked } from './reactions/refuse-copies-when-case-locked.consumer.js';
import { refusals } from './refusals.js';
import type { ApplicationSettings } from './settings.config.js';
import { BearerStore } from './team/bearer.store.js';
import { LetterStore } from './team/letter.store.js';
import { PostLetters } from './team/post-letters.client.js';
import { secretOfChance } from './team/secret.client.js';
import { TeamController } from './team/team.controller.js';

/** The parts of the service, with what this instance is told of keys, folders and servers. */
function applicationModule(settings: ApplicationSettings): Type {
  @Module({
    controllers: [
      FormController,
      DocumentsController,
      CopyController,
      ApplicationController,
      AttachmentController,
      MessageController,
      TeamController,
      PublicNoticeController,
      FollowReview,
      KnowDatasets,
      OpenCorrespondenceWhenAuthoritySeized,
      RefuseCopiesWhenCaseLocked,
    ],
    providers: [
      ApplicationStore,
      KnownDatasets,
      AttachmentStore,
      ReceiveFile,
      KeepFiles,
      MessageStore,
      CaseLocks,
      BearerStore,
      LetterStore,
      PostLetters,
      { provide: 'application:new-secret', useValue: secretOfChance },
      { provide: 'application:settings', useValue: settings },
      { provide: Vault, useFactory: () => new Vault(settings.home, settings.key) },
      {
        provide: Forms,
        useFactory: () => new Forms(new Procedures(proceduresInFile(process.env, declaredProcedures))),
      },
      { provide: Accounts, useFactory: () => new Accounts((process.env.DIRECTORY_URL ?? '').replace(/\/$/, '')) },
      DraftClock,
      { provide: 'application:draft-policy', useFactory: () => draftPolicyFrom(process.env) },
    ],
  })
  class ApplicationModule {}
  return ApplicationModule;
}

export const applicationService = (settings: ApplicationSettings): ServiceDefinition => ({
  name: 'application',
  module: applicationModule(settings),
  entities: [ApplicationListRow, KnownDataset],
  migrations: [
    CreateApplication1760000001000,
    ListAndExpiry1760000007000,
    CreateAttachments1766100000000,
    CreateMessages1766100001000,
    CreateCaseLocks1764115200000,
    CreateLetters1766100002000,
    MessagesInThreads1766100003000,
    PapersOfAuthorities1766100004000,
  ],
  explanations: refusals,
  configure: bodyAsStream,
});
