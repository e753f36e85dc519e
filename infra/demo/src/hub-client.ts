import { demoToken } from '@hub/local';

/** A problem that the hub answered, with what it says. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: { code?: string; en?: string; fr?: string; [detail: string]: unknown },
    request: string,
  ) {
    super(
      `${request}: ${status} ${body.code ?? ''} – ${body.en ?? JSON.stringify(body)}${body.errors ? ` ${JSON.stringify(body.errors)}` : ''}`,
    );
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as their reader knows them
export type Body = any;

interface Call {
  readonly version?: number;
  readonly type?: string;
  readonly accept?: string;
}

/** The hub's public API as one demonstration account uses it; its token is renewed before it ends. */
export class HubClient {
  private token: { text: string; until: number } | undefined;

  constructor(
    private readonly gateway: string,
    private readonly issuer: string,
    readonly account: string,
  ) {}

  get = (path: string, call?: Call) => this.call('GET', path, undefined, call);
  post = (path: string, body?: unknown, call?: Call) => this.call('POST', path, body, call);
  put = (path: string, body?: unknown, call?: Call) => this.call('PUT', path, body, call);
  delete = (path: string, call?: Call) => this.call('DELETE', path, undefined, call);

  async call(method: string, path: string, body?: unknown, call: Call = {}): Promise<Body> {
    const response = await this.send(method, path, body, call);
    const text = await response.text();
    const parsed = /json/.test(response.headers.get('content-type') ?? '') && text ? JSON.parse(text) : text;
    if (!response.ok)
      throw new Refused(response.status, typeof parsed === 'string' ? { en: parsed } : parsed, `${method} ${path}`);
    return parsed;
  }

  /** The bytes of an answer. */
  async bytes(path: string): Promise<Uint8Array> {
    const response = await this.send('GET', path, undefined, {});
    if (!response.ok) throw new Refused(response.status, (await response.json()) as Body, `GET ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Reads what the version depends on, then gives the command on what was read. */
  async change(path: string, command: (path: string) => [method: string, path: string, body?: unknown]): Promise<Body> {
    const { version } = await this.get(path);
    const [method, target, body] = command(path);
    return this.call(method, target, body, { version });
  }

  private async send(method: string, path: string, body: unknown, { version, type, accept }: Call): Promise<Response> {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
    return fetch(this.gateway + path, {
      method,
      headers: {
        authorization: `Bearer ${await this.freshToken()}`,
        ...(body !== undefined && { 'content-type': type ?? (raw ? 'application/octet-stream' : 'application/json') }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(accept && { accept }),
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body), duplex: 'half' }),
    } as RequestInit);
  }

  private async freshToken(): Promise<string> {
    if (!this.token || this.token.until < Date.now()) {
      this.token = { text: await demoToken(this.issuer, this.account), until: Date.now() + 60_000 };
    }
    return this.token.text;
  }
}

/** Asks again until the check passes: what happens after a command reaches other services in a moment. */
export async function until<Result>(
  what: string,
  check: () => Promise<Result | undefined | false>,
  seconds = 60,
): Promise<Result> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await check();
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
