export interface Reply<Body = any> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly version?: number | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls an API as one person, in JSON; strings and bytes go as they are. */
export class Caller {
  constructor(
    private readonly base: string,
    private readonly token?: string,
  ) {}

  get = (path: string, options?: CallOptions) => this.call('GET', path, undefined, options);
  post = (path: string, body?: unknown, options?: CallOptions) => this.call('POST', path, body, options);
  put = (path: string, body?: unknown, options?: CallOptions) => this.call('PUT', path, body, options);
  patch = (path: string, body?: unknown, options?: CallOptions) => this.call('PATCH', path, body, options);
  delete = (path: string, options?: CallOptions) => this.call('DELETE', path, undefined, options);

  async call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Reply> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
        ...(options.key && { 'idempotency-key': options.key }),
        ...options.headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers };
  }
}
