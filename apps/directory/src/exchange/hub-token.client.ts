import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { hubTokenAudience, hubTokenIssuer } from '@hub/http-edge';
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose';
import type { Standing } from './standing.js';

/** Short, so that an ended mandate cannot outlive its end for long. */
export const hubTokenSeconds = 60;

/** Signs hub tokens, and publishes the key to check them with. */
export class HubTokens {
  private constructor(
    private readonly key: KeyObject,
    private readonly kid: string,
    readonly jwks: { readonly keys: readonly JWK[] },
  ) {}

  /** From an Ed25519 private key in PKCS #8 PEM. */
  static async from(pem: string): Promise<HubTokens> {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519')
      throw new Error('DIRECTORY_KEY_FILE must hold an Ed25519 private key (PKCS #8, PEM)');
    const jwk = await exportJWK(createPublicKey(key));
    const kid = await calculateJwkThumbprint(jwk);
    return new HubTokens(key, kid, { keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] });
  }

  sign(personId: string, { organisation, roles, scoped, delegated }: Standing, assurance: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const limits = { ...(scoped.length > 0 && { scoped }), ...(delegated.length > 0 && { delegated }) };
    return new SignJWT({ org: organisation, roles: [...roles], ...limits, acr: assurance })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.kid, typ: 'at+jwt' })
      .setIssuer(hubTokenIssuer)
      .setAudience(hubTokenAudience)
      .setSubject(personId)
      .setIssuedAt(now)
      .setExpirationTime(now + hubTokenSeconds)
      .setJti(randomUUID())
      .sign(this.key);
  }
}
