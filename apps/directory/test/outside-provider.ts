import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** An OpenID provider as small as a test needs: discovery, keys, and tokens of any making. */
export class OutsideProvider {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly key: CryptoKey,
  ) {}

  static async start(): Promise<OutsideProvider> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'outside', alg: 'RS256', use: 'sig' }] };
    let issuer = '';
    const server = createServer((request, response) => {
      const body = request.url?.startsWith('/.well-known/') ? { issuer, jwks_uri: `${issuer}/jwks` } : jwks;
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new OutsideProvider(server, issuer, privateKey);
  }

  token(subject: string, changed: JWTPayload = {}, key: CryptoKey = this.key): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: 'hub', sub: subject, iat: now, exp: now + 3600, acr: 'eidas2', ...changed };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'outside' }).sign(key);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
