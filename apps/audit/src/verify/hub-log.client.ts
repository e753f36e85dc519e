/** The hub answered, but not with what was asked for. */
export class HubRefused extends Error {
  override name = 'HubRefused';
}

/** The log of a running hub, over its API. */
export class HubLog {
  private readonly base: string;

  /**
   * @param url the hub's address, or the audit service's own
   * @param token of an auditor; without one only hashes and heads are given
   */
  constructor(
    url: string,
    private readonly token: string | undefined,
  ) {
    this.base = url.replace(/\/+$/, '');
  }

  /** @param path below `/audit/`, such as `checkpoint` */
  async get(path: string, accept = '*/*'): Promise<Buffer> {
    const response = await fetch(`${this.base}/audit/${path}`, {
      headers: { accept, ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }) },
    });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.ok) return body;
    throw new HubRefused(`${path}: ${response.status} ${sentenceOf(body)}`);
  }
}

function sentenceOf(body: Buffer): string {
  try {
    return (JSON.parse(body.toString('utf8')) as { en?: string }).en ?? '';
  } catch {
    return '';
  }
}
