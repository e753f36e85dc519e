import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { hubTokenAudience, hubTokenIssuer } from '@hub/http-edge';
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose';
import type { Standing } from './standing.js';

/** Short, so that an ended mandate cannot outlive its end for long. */
export const hubTokenSeconds = 60;

/** Signs hub tokens with one key, and publishes all that a token may have been signed with, or will be. */
export class HubTokens {
  private constructor(
    private readonly key: KeyObject,
    private readonly kid: string,
    readonly jwks: { readonly keys: readonly JWK[] },
  ) {}

  /** From the Ed25519 private key that signs (PKCS #8, PEM), and further ones, private or public, that only verify. */
  static async from(signing: string, verifying: readonly string[] = []): Promise<HubTokens> {
    const key = createPrivateKey(signing);
    const own = await published(createPublicKey(key), 'DIRECTORY_KEY_FILE');
    const others = await Promise.all(
      verifying.map((pem) => published(createPublicKey(pem), 'each of DIRECTORY_OLD_KEY_FILES')),
    );
    const further = others.filter(({ kid }) => kid !== own.kid);
    return new HubTokens(key, own.kid, { keys: [own, ...further] });
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

async function published(key: KeyObject, setting: string): Promise<JWK & { kid: string }> {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${setting} must hold an Ed25519 key in PEM`);
  const jwk = await exportJWK(key);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}
