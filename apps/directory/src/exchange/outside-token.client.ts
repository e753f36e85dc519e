import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** What an outside token says: who somebody is, nothing about what they may do. */
export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  readonly assurance: string;
}

/** The token is not one of the provider's for us, or no longer. */
export class WrongToken extends Error {
  override name = 'WrongToken';
}

/** The provider cannot be reached, so nobody can tell. */
export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable';
}

/** Asymmetric only: with `none` or a shared secret anybody could sign. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const patienceMs = 3_000;

/** Verifies access tokens of the one OpenID provider that the configuration names. */
export class OutsideTokens {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  async identity(token: string): Promise<OutsideIdentity> {
    const keys = await this.providerKeys();
    const { sub, name, acr } = await this.verified(token, keys);
    if (typeof sub !== 'string' || sub === '') throw new WrongToken('no subject');
    return {
      issuer: this.issuer,
      subject: sub,
      name: typeof name === 'string' ? name.slice(0, 200) : undefined,
      assurance: typeof acr === 'string' ? acr : 'unknown',
    };
  }

  /** Whether the provider answers now: for readiness. */
  async reachable(): Promise<boolean> {
    await this.discover();
    return true;
  }

  private async verified(token: string, keys: JWTVerifyGetKey): Promise<JWTPayload> {
    try {
      const { issuer, audience } = this;
      return (await jwtVerify(token, keys, { issuer, audience, algorithms, requiredClaims: ['sub', 'exp'] })).payload;
    } catch (error) {
      throw isWrong(error)
        ? new WrongToken((error as Error).message)
        : new ProviderUnavailable((error as Error).message);
    }
  }

  /** Discovered at the first need and kept; a failure is not. jose fetches the keys anew when one is unknown. */
  private providerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().then(
      (address) => createRemoteJWKSet(address, { timeoutDuration: patienceMs, cooldownDuration: 5_000 }),
      (error) => {
        this.keys = undefined;
        throw error;
      },
    );
    return this.keys;
  }

  private async discover(): Promise<URL> {
    try {
      const url = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
      const found = (await response.json()) as { issuer?: string; jwks_uri?: string };
      // OpenID Connect Discovery, 4.3: a document about another issuer must not be believed.
      if (found.issuer !== this.issuer || !found.jwks_uri)
        throw new Error('the discovery document is about another issuer');
      return new URL(found.jwks_uri);
    } catch (error) {
      throw new ProviderUnavailable((error as Error).message);
    }
  }
}

/** The keys' server not answering well is its fault, not the token's; jose says so by these two alone. */
const isWrong = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
