import { createHash, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ProviderKeys } from './openid-provider.js';
import { keepSecret } from './secrets.js';

/** The provider's keys, made once and kept: tokens stay valid, and portals signed in, over a restart. */
export function openIdKeys(folder: string): ProviderKeys {
  const pem = keepSecret(join(folder, 'openid-signing-key.pem'), () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  });
  const jwk = createPrivateKey(pem).export({ format: 'jwk' });
  const kid = createHash('sha256').update(`${jwk.n}`).digest('base64url').slice(0, 16);
  const cookies = keepSecret(join(folder, 'openid-cookie-key'), () => randomBytes(32).toString('base64url'));
  return { signing: { ...jwk, kid, alg: 'RS256', use: 'sig' }, cookies };
}
