import type { Role } from '@hub/contracts';
import type { Person } from '@hub/decider';
import { hubTokenAudience, hubTokenIssuer, HubTokenVerifier } from '@hub/http-edge';
import type { webcrypto } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const person = (id: string, organisation: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});

/** Signs hub tokens as the directory would, with a key of the test's own. */
export class TestDirectory {
  private constructor(
    private readonly key: webcrypto.CryptoKey,
    readonly tokens: HubTokenVerifier,
  ) {}

  static async create(): Promise<TestDirectory> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'test' };
    return new TestDirectory(privateKey, new HubTokenVerifier('http://unused.invalid', createLocalJWKSet({ keys: [jwk] })));
  }

  token(who: Person, seconds = 3600): Promise<string> {
    return new SignJWT({ org: who.organisation, roles: [...who.roles], acr: who.assurance })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .setSubject(who.id)
      .setIssuer(hubTokenIssuer)
      .setAudience(hubTokenAudience)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(this.key);
  }
}
