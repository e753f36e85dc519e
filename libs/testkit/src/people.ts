import type { webcrypto } from 'node:crypto';
import { createServer } from 'node:http';
import type { Person } from '@hub/decider';
import { HubTokenVerifier, hubTokenAudience, hubTokenIssuer } from '@hub/http-edge';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Signs hub tokens as the directory would, with a key of the test's own. */
export class TestDirectory {
  private constructor(
    private readonly key: webcrypto.CryptoKey,
    readonly tokens: HubTokenVerifier,
    private readonly keySet: { keys: object[] },
  ) {}

  static async create(): Promise<TestDirectory> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'test' };
    const keySet = { keys: [jwk] };
    return new TestDirectory(
      privateKey,
      new HubTokenVerifier('http://unused.invalid', createLocalJWKSet(keySet)),
      keySet,
    );
  }

  /** Publishes the key where services that run as processes look for it. */
  async serve(): Promise<{ url: string; stop(): void }> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(this.keySet));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
  }

  token(who: Person, seconds = 3600): Promise<string> {
    const { organisation: org, roles, assurance: acr, scoped, delegated } = who;
    return new SignJWT({ org, roles: [...roles], acr, ...(scoped && { scoped }), ...(delegated && { delegated }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .setSubject(who.id)
      .setIssuer(hubTokenIssuer)
      .setAudience(hubTokenAudience)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(this.key);
  }
}
