import { Readiness, type ServiceDefinition } from '@hub/http-edge';
import { Inject, Module, type OnApplicationShutdown, type Type } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
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
import { MergedOpenApi } from './openapi/merged-openapi.client.js';
import type { GatewaySettings } from './settings.config.js';

/** The gateway: everything that stands before the services, and the views composed of several of them. */
export function gatewayService(settings: GatewaySettings): ServiceDefinition {
  const log = pino({ name: 'gateway', level: settings.logLevel, base: { service: 'gateway' } });
  const tokens = new TokenExchange(settings.services.directory);
  const forwarding = new Forwarding(settings.services, log);
  return {
    name: 'gateway',
    module: gatewayModule(settings, tokens, forwarding),
    migrations: [CreateDossiers1764000100000],
    configure(app) {
      const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      new Gate(settings, tokens).stand(fastify);
      new MergedOpenApi(settings.services).register(fastify);
      forwarding.register(fastify);
      new Road(settings.services).joinTo(app.get(Readiness));
    },
  };
}

function gatewayModule(settings: GatewaySettings, tokens: TokenExchange, forwarding: Forwarding): Type {
  @Module({
    controllers: [DossierController, ComposeDossier, MandateChanged],
    providers: [
      Announcements,
      DossierStore,
      LiveDossiers,
      { provide: TokenExchange, useValue: tokens },
      { provide: Forwarding, useValue: forwarding },
      { provide: 'gateway:settings', useValue: settings },
    ],
  })
  class GatewayModule implements OnApplicationShutdown {
    constructor(@Inject(Announcements) announcements: Announcements, @Inject(Readiness) readiness: Readiness) {
      readiness.require('announcements', () => announcements.listening);
    }

    async onApplicationShutdown(): Promise<void> {
      await Promise.all([tokens.close(), forwarding.close()]);
    }
  }
  return GatewayModule;
}
