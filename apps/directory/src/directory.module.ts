import { Readiness } from '@hub/http-edge';
import { Module, type Type } from '@nestjs/common';
import { HubTokens } from './exchange/hub-token.client.js';
import { OutsideTokens } from './exchange/outside-token.client.js';
import { TokenController } from './exchange/token.controller.js';
import { CalendarWorker } from './mandate/calendar.client.js';
import { MandateCalendar } from './mandate/calendar.store.js';
import { MandateController } from './mandate/mandate.controller.js';
import { MandateStore } from './mandate/mandate.store.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OrganisationStore } from './organisation/organisation.store.js';
import { PersonController } from './person/person.controller.js';
import { PersonStore } from './person/person.store.js';
import { DemonstrationSeed } from './seed/seed.client.js';
import type { DirectorySettings } from './settings.config.js';

/** The directory's parts, with what this instance is told of keys and providers. */
export function directoryModule(settings: DirectorySettings): Type {
  @Module({
    controllers: [TokenController, PersonController, OrganisationController, MandateController],
    providers: [
      PersonStore,
      OrganisationStore,
      MandateStore,
      MandateCalendar,
      CalendarWorker,
      { provide: 'directory:settings', useValue: settings },
      { provide: HubTokens, useFactory: () => HubTokens.from(settings.signingKey, settings.verifyingKeys) },
      {
        provide: OutsideTokens,
        inject: [Readiness],
        useFactory: (readiness: Readiness) => {
          const outside = new OutsideTokens(settings.issuer, settings.audience);
          readiness.require('openid-provider', () => outside.reachable());
          return outside;
        },
      },
      ...(settings.demonstration ? [DemonstrationSeed] : []),
    ],
  })
  class DirectoryModule {}
  return DirectoryModule;
}
