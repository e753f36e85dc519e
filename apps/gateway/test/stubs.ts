import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from '@hub/decider';
import type { TestDirectory } from '@hub/testkit';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A service as small as a test needs. */
export class Stub {
  answer: Answer;
  missing: string[] = [];
  openapi: unknown = { openapi: '3.1.0', info: {}, paths: {}, components: { schemas: {} } };
  requests = 0;

  private constructor(
    private server: Server,
    readonly url: string,
    readonly port: number,
  ) {
    this.answer = echo;
  }

  static async start(port = 0): Promise<Stub> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const at = (server.address() as AddressInfo).port;
    const stub = new Stub(server, `http://127.0.0.1:${at}`, at);
    server.on('request', (request, response) => void stub.handle(request, response));
    return stub;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests++;
    if (request.url === '/health/ready')
      return json(response, this.missing.length > 0 ? 503 : 200, { missing: this.missing });
    if (request.url === '/openapi.json') return json(response, 200, this.openapi);
    await this.answer(request, response);
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Says what arrived. */
export const echo: Answer = async (request, response) => {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of request) {
    digest.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  json(response, 200, {
    method: request.method,
    url: request.url,
    headers: request.headers,
    bytes,
    sha256: digest.digest('hex'),
  });
};

/** A directory that takes `outside-<id>` for an outside token of one of these people. */
export function exchangesFor(keys: TestDirectory, people: readonly Person[]): Answer {
  return async (request, response) => {
    if (request.url !== '/token') return echo(request, response);
    let form = '';
    for await (const chunk of request) form += String(chunk);
    const asked = new URLSearchParams(form);
    const known = people.filter(({ id }) => asked.get('subject_token') === `outside-${id}`);
    if (known.length === 0) return json(response, 401, { error: 'invalid_request' });
    const wanted = asked.get('organisation');
    const chosen = wanted === null ? known[0] : known.find(({ organisation }) => organisation === wanted);
    if (!chosen)
      return json(response, 403, { status: 403, code: 'invalid-target', type: 't', title: 't', en: 'no', fr: 'non' });
    json(response, 200, { access_token: await keys.token(chosen, 60), expires_in: 60 });
  };
}
