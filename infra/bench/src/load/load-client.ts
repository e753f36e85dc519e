import { type Dispatcher, Pool } from 'undici';

export interface Reply {
  readonly status: number;
  /** The version in the ETag. */
  readonly version: string | undefined;
  readonly body: Buffer;
}

type Answered = Record<string, string | string[] | undefined>;

/** HTTP with as little cost of its own as there can be: the machine's cores belong to what is measured. */
export class LoadClient {
  private readonly pool: Pool;

  constructor(origin: string, connections: number) {
    this.pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 600_000 });
  }

  call(
    method: Dispatcher.HttpMethod,
    path: string,
    headers: readonly string[],
    body: string | null = null,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.pool.dispatch({ method, path, headers: [...headers], body }, new Collect(resolve, reject));
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

class Collect implements Dispatcher.DispatchHandler {
  private status = 0;
  private headers: Answered = {};
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly resolve: (reply: Reply) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Answered): void {
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { etag } = this.headers;
    const body = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.resolve({ status: this.status, version: typeof etag === 'string' ? etag : undefined, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(error);
  }
}
