import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type RunningOpenIdProvider, startOpenIdProvider } from '../src/openid.js';
import { temporaryFolder } from './temporary.js';

const dir = temporaryFolder();
let provider: RunningOpenIdProvider;
let discovery: Record<'jwks_uri' | 'authorization_endpoint' | 'token_endpoint', string>;

beforeAll(async () => {
  provider = await startOpenIdProvider({ dir, dieWithParent: true });
  discovery = (await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json()) as typeof discovery;
}, 30_000);

afterAll(() => provider.stop());

const verified = async (token: string) => {
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
  return (await jwtVerify(token, keys, { issuer: provider.issuer, audience: 'hub', typ: 'at+jwt' })).payload;
};

describe('a token without a browser', () => {
  it('names the account and how it signed in, and verifies by discovery', async () => {
    expect(await verified(await provider.token('claire'))).toMatchObject({
      sub: 'claire',
      acr: 'eidas2',
      name: 'Claire Fontanel',
    });
    expect(await verified(await provider.token('claire', 'eidas1'))).toMatchObject({ acr: 'eidas1' });
  });

  it('is refused to strangers', async () => {
    await expect(provider.token('mallory')).rejects.toThrow(/no demonstration account mallory; there are holder-cnam/);
    const form = new URLSearchParams({ grant_type: 'urn:hub:demo', client_id: 'hub-demo', account: 'mallory' });
    expect((await fetch(discovery.token_endpoint, { method: 'POST', body: form })).status).toBe(400);
  });

  it('still verifies after a restart of the provider', async () => {
    const token = await provider.token('auditor');
    await provider.stop();
    provider = await startOpenIdProvider({ dir, port: provider.port, dieWithParent: true });
    expect(await verified(token)).toMatchObject({ sub: 'auditor' });
  }, 30_000);
});

describe('sign-in from a portal (authorization code, PKCE)', () => {
  const verifier = randomBytes(32).toString('base64url');
  const ask = (redirect: string) => {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = {
      client_id: 'hub-portal',
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    };
    return `${discovery.authorization_endpoint}?${new URLSearchParams(query)}`;
  };

  it('ends with a token for the account chosen on the page', async () => {
    const redirect = 'http://127.0.0.1:4711/any/path';
    const browser = new Browser();
    const page = await browser.location(ask(redirect));
    expect(await (await browser.get(page)).text()).toContain('For demonstration only.');
    const resume = await browser.location(page, new URLSearchParams({ account: 'eve' }));
    const back = new URL(await browser.location(resume));
    expect(back.href).toMatch(/^http:\/\/127\.0\.0\.1:4711\/any\/path\?code=/);
    const form = {
      grant_type: 'authorization_code',
      client_id: 'hub-portal',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirect,
      code_verifier: verifier,
    };
    const answer = await fetch(discovery.token_endpoint, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token } = (await answer.json()) as { access_token: string };
    expect(await verified(access_token)).toMatchObject({ sub: 'eve', acr: 'eidas2' });
  });

  it('goes back to this machine only', async () => {
    expect((await fetch(ask('http://elsewhere.example/callback'), { redirect: 'manual' })).status).toBe(400);
  });
});

/** Keeps cookies and follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async get(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined) this.cookies.set(name, value ?? '');
    }
    return response;
  }

  async location(url: string, form?: URLSearchParams): Promise<string> {
    const target = (await this.get(url, form)).headers.get('location');
    return new URL(target ?? '', provider.issuer).href;
  }
}
