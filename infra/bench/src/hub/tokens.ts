import { demoToken } from '@hub/local';

/** No longer than this: the directory's tokens last a minute. */
const hubTokenMs = 30_000;

/** The demonstration accounts' tokens: the outside ones for the gateway, the hub's own for a service asked directly. */
export class Tokens {
  private readonly outside = new Map<string, Promise<string>>();
  private readonly inside = new Map<string, { readonly token: Promise<string>; readonly until: number }>();

  constructor(
    private readonly issuer: string,
    private readonly directory?: string,
  ) {}

  /** Lasts an hour, which no bench does. */
  of(account: string): Promise<string> {
    let token = this.outside.get(account);
    if (!token) this.outside.set(account, (token = demoToken(this.issuer, account)));
    return token;
  }

  /** A hub token, exchanged at the directory as the gateway does. */
  within(account: string): Promise<string> {
    const known = this.inside.get(account);
    if (known && known.until > Date.now()) return known.token;
    const token = this.exchange(account);
    this.inside.set(account, { token, until: Date.now() + hubTokenMs });
    return token;
  }

  private async exchange(account: string): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      subject_token: await this.of(account),
    });
    const response = await fetch(`${this.directory}/token`, { method: 'POST', body });
    const answer = (await response.json()) as { access_token?: string };
    if (!answer.access_token)
      throw new Error(`no hub token for ${account}: ${response.status} ${JSON.stringify(answer)}`);
    return answer.access_token;
  }
}
