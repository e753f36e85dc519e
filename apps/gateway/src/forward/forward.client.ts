import { correlationOf } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { passedBy } from '../edge/gate.client.js';
import { requestHeaders } from '../edge/headers.js';
import { AnswerPipe } from './answer-pipe.client.js';
import { withBody } from './body.client.js';
import { routes, type ServiceName, serviceNames } from './routes.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const patienceMs = 30_000;
/** A delivery is checked while it arrives; its answer may come minutes after its first byte. */
const patienceWithUploadsMs = 600_000;

/** Passes requests on to the services, bodies streaming both ways, over connections that are kept. */
export class Forwarding implements OnApplicationShutdown {
  private readonly pools: Readonly<Record<ServiceName, Pool>>;

  constructor(
    services: Readonly<Record<ServiceName, string>>,
    private readonly log: Log,
  ) {
    const pools = serviceNames.map(
      (name) => [name, new Pool(services[name], { connections: 128, connect: { timeout: 2_000 } })] as const,
    );
    this.pools = Object.fromEntries(pools) as Record<ServiceName, Pool>;
  }

  register(fastify: FastifyInstance): void {
    for (const service of serviceNames) {
      for (const prefix of routes[service]) {
        for (const url of [`/${prefix}`, `/${prefix}/*`]) {
          // At the first hook, before Fastify would read the body; the handler is never reached.
          fastify.route({
            method: methods,
            url,
            config: { service },
            onRequest: (request, reply) => this.forward(service, request, reply),
            handler: () => {},
          });
        }
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.pools).map((pool) => pool.destroy()));
  }

  private forward(service: ServiceName, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const { raw } = request;
    const correlationId = correlationOf(request);
    const { cors, identity } = passedBy(request);
    const headers = requestHeaders(raw.headers, correlationId);
    const pipe = new AnswerPipe(
      reply.raw,
      { correlationId, signedIn: identity !== undefined, cors },
      service,
      this.log,
    );
    withBody(raw, (body) => {
      const live = raw.headers.accept?.includes('text/event-stream') === true;
      const uploads = body !== null && !Buffer.isBuffer(body);
      this.pools[service].dispatch(
        {
          path: raw.url as string,
          method: raw.method as Dispatcher.HttpMethod,
          headers,
          body,
          headersTimeout: uploads ? patienceWithUploadsMs : patienceMs,
          bodyTimeout: live ? 0 : patienceWithUploadsMs,
        },
        pipe,
      );
    });
  }
}
