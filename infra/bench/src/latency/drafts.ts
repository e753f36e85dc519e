import { fullBenefit } from '@hub/demo/road/answers';
import type { Dispatcher } from 'undici';
import type { LoadClient, Reply } from '../load/load-client.js';
import { accepted, parsed } from '../load/people.js';

/** How a request is signed: by the outside token for the gateway, by the hub's for a service. */
export type Sign = () => Promise<string>;

/** A draft of one's own, changed again and again: the plainest command, one event at a time. */
export class Draft {
  private constructor(
    private readonly client: LoadClient,
    private readonly sign: Sign,
    readonly id: string,
    version: string,
  ) {
    this.version = version;
  }

  /** The version seen last, as the ETag says it. */
  version: string;

  static async begin(client: LoadClient, sign: Sign): Promise<Draft> {
    const reply = await call(client, sign, 'POST', '/applications', JSON.stringify({ procedure: 'FR_AUTHORISATION' }));
    return new Draft(client, sign, parsed<{ id: string }>(reply).id, reply.version ?? '');
  }

  /** One command. */
  async save(): Promise<void> {
    const reply = await call(this.client, this.sign, 'PUT', `/applications/${this.id}/answers`, body, this.version);
    this.version = reply.version ?? '';
  }

  /** One read. */
  async read(): Promise<void> {
    await call(this.client, this.sign, 'GET', `/applications/${this.id}`);
  }
}

const body = JSON.stringify({ answers: { 'purpose.expectedBenefit': fullBenefit } });

async function call(
  client: LoadClient,
  sign: Sign,
  method: Dispatcher.HttpMethod,
  path: string,
  json?: string,
  version?: string,
): Promise<Reply> {
  const headers = ['authorization', `Bearer ${await sign()}`];
  if (json) headers.push('content-type', 'application/json');
  if (version) headers.push('if-match', version);
  return accepted(await client.call(method, path, headers, json ?? null), `${method} ${path}`);
}
