import { Readiness, type ServiceDefinition } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import { Inject, Module, type Type } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Announcements } from './announcements.client.js';
import { ComposeDossier } from './dossier/compose-dossier.consumer.js';
import { DossierController } from './dossier/dossier.controller.js';
import { DossierStore } from './dossier/dossier.store.js';
import { LiveDossiers } from './dossier/live-dossiers.client.js';
import { Gate } from './edge/gate.client.js';
import { Forwarding } from './forward/forward.client.js';
import { Road } from './health/road.client.js';
import { TokenExchange } from './identity/exchange.client.js';
import { MandateChanged } from './identity/mandate-changed.consumer.js';
import { CreateDossiers1764000100000 } from './migrations/create-dossiers.js';
import { NumberDossierRevisions1764000200000 } from './migrations/number-dossier-revisions.js';
import { MergedOpenApi } from './openapi/merged-openapi.client.js';
import type { GatewaySettings } from './settings.config.js';

/** The gateway: everything that stands before the services, and the views composed of several of them. */
export const gatewayService = (settings: GatewaySettings): ServiceDefinition => ({
  name: 'gateway',
  module: gatewayModule(settings),
  migrations: [CreateDossiers1764000100000, NumberDossierRevisions1764000200000],
  configure(app) {
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    new Gate(settings, app.get(TokenExchange)).stand(fastify);
    new MergedOpenApi(settings.services).register(fastify);
    app.get(Forwarding).register(fastify);
    new Road(settings.services).joinTo(app.get(Readiness));
  },
});

function gatewayModule({ services }: GatewaySettings): Type {
  @Module({
    controllers: [DossierController, ComposeDossier, MandateChanged],
    providers: [
      Announcements,
      DossierStore,
      LiveDossiers,
      { provide: TokenExchange, useFactory: () => new TokenExchange(services.directory) },
      { provide: Forwarding, inject: ['hub:log'], useFactory: (log: Log) => new Forwarding(services, log) },
    ],
  })
  class GatewayModule {
    constructor(@Inject(Announcements) announcements: Announcements, @Inject(Readiness) readiness: Readiness) {
      readiness.require('announcements', () => announcements.listening);
    }
  }
  return GatewayModule;
}
