import type { Tokens } from '../hub/tokens.js';
import type { LoadClient, Reply } from './load-client.js';

type Method = 'GET' | 'POST' | 'PUT';

/** The public API as the demonstration accounts use it, counting what they ask. */
export class People {
  commands = 0;
  reads = 0;
  /** How long each command took, in milliseconds. */
  readonly commandMs: number[] = [];

  constructor(
    private readonly client: LoadClient,
    private readonly tokens: Tokens,
  ) {}

  /** Any answer; whoever asks knows which ones are fine. */
  async ask(who: string, path: string): Promise<Reply> {
    this.reads++;
    return this.client.call('GET', path, ['authorization', `Bearer ${await this.tokens.of(who)}`]);
  }

  async read<Body>(who: string, path: string): Promise<Body> {
    return parsed(accepted(await this.ask(who, path), `GET ${path}`));
  }

  async command<Body>(who: string, method: Method, path: string, body?: unknown, version?: string): Promise<Body> {
    const headers = ['authorization', `Bearer ${await this.tokens.of(who)}`];
    if (version !== undefined) headers.push('if-match', version);
    if (body !== undefined) headers.push('content-type', 'application/json');
    const start = performance.now();
    const reply = await this.client.call(method, path, headers, body === undefined ? null : JSON.stringify(body));
    this.commandMs.push(performance.now() - start);
    this.commands++;
    return parsed(accepted(reply, `${method} ${path}`));
  }

  /** As every frontend does: reads what the version depends on, then gives the command on what was read. */
  async change<Body>(who: string, thing: string, method: Method, part: string, body?: unknown): Promise<Body> {
    const seen = accepted(await this.ask(who, thing), `GET ${thing}`);
    return this.command(who, method, `${thing}/${part}`, body, seen.version);
  }
}

export function accepted(reply: Reply, request: string): Reply {
  if (reply.status >= 300) throw new Error(`${request}: ${reply.status} ${reply.body.toString('utf8', 0, 400)}`);
  return reply;
}

export const parsed = <Body>(reply: Reply): Body => JSON.parse(reply.body.toString('utf8')) as Body;
