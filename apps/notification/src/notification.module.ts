import { Mailer } from '@hub/mail';
import { Inject, Module, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { FactsStore } from './facts/facts.store.js';
import { TellOfEvents } from './facts/tell-of-events.consumer.js';
import { DigestStore } from './letters/digest.store.js';
import { FailuresController } from './letters/failures.controller.js';
import { LetterStore } from './letters/letter.store.js';
import { Rounds } from './letters/rounds.client.js';
import { SendLetters } from './letters/send-letters.client.js';
import { GiveNotices } from './notice/give-notices.store.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeStore } from './notice/notice.store.js';
import { PermitEnds } from './notice/permit-ends.store.js';
import { CorrespondentStore } from './preferences/correspondent.store.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { Seal } from './preferences/seal.client.js';
import { DemonstrationAddresses } from './seed/seed.client.js';
import type { NotificationSettings } from './settings.config.js';

/** The parts of the notification service, with what this instance is told of addresses and keys. */
export function notificationModule(settings: NotificationSettings): Type {
  const { smtp, key, portal, demonstration } = settings;
  @Module({
    controllers: [PreferencesController, FailuresController, NoticeController, TellOfEvents],
    providers: [
      FactsStore,
      GiveNotices,
      NoticeStore,
      PermitEnds,
      CorrespondentStore,
      LetterStore,
      DigestStore,
      SendLetters,
      Rounds,
      { provide: 'notification:settings', useValue: settings },
      { provide: 'notification:letters', useValue: smtp !== undefined },
      { provide: 'notification:domain', useValue: new URL(portal).hostname },
      { provide: 'notification:mailer', useFactory: () => (smtp ? new Mailer(smtp.url, smtp.from) : undefined) },
      { provide: Seal, useFactory: () => new Seal(key) },
      ...(demonstration ? [DemonstrationAddresses] : []),
    ],
  })
  class NotificationModule implements OnApplicationShutdown {
    constructor(@Inject('notification:mailer') private readonly mailer: Mailer | undefined) {}

    onApplicationShutdown(): void {
      this.mailer?.close();
    }
  }
  return NotificationModule;
}
