import type { FastifyInstance } from 'fastify';
import { type ServiceName, serviceNames } from '../forward/routes.js';
import { mergeOpenApi, type OpenApiDocument } from './merge.js';

const freshMs = 60_000;
const patienceMs = 3_000;

/** Serves one document for all services, each service's as last heard. */
export class MergedOpenApi {
  private readonly heard = new Map<ServiceName, OpenApiDocument>();
  private asked = 0;
  private asking: Promise<void> | undefined;

  constructor(private readonly services: Readonly<Record<ServiceName, string>>) {}

  /** Widens the answer of the gateway's own `/openapi.json`, which the HTTP edge registers after this. */
  register(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      if (route.url !== '/openapi.json') return;
      route.onSend = async (_request, reply, payload) =>
        reply.statusCode === 200 ? JSON.stringify(await this.document(JSON.parse(String(payload)))) : payload;
    });
  }

  private async document(own: OpenApiDocument): Promise<OpenApiDocument> {
    // A service that has not answered yet is asked again each time.
    if (Date.now() - this.asked > freshMs || this.heard.size < serviceNames.length) await this.refresh();
    const inOrder = serviceNames.flatMap((name) => {
      const document = this.heard.get(name);
      return document ? [[name, document] as const] : [];
    });
    return mergeOpenApi(own, new Map(inOrder));
  }

  private refresh(): Promise<void> {
    this.asking ??= Promise.all(serviceNames.map((name) => this.ask(name))).then(() => {
      this.asked = Date.now();
      this.asking = undefined;
    });
    return this.asking;
  }

  private async ask(name: ServiceName): Promise<void> {
    try {
      const response = await fetch(`${this.services[name]}/openapi.json`, { signal: AbortSignal.timeout(patienceMs) });
      if (response.ok) this.heard.set(name, (await response.json()) as OpenApiDocument);
    } catch {
      // not there at the moment: what was heard before still stands
    }
  }
}
