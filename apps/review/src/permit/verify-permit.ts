import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { SignedDocument } from './document.js';
import { canonicalBytes, publishedKeyOf } from './seal.js';

export type Verdict =
  | { readonly genuine: true; readonly id: string; readonly keyId: string }
  | { readonly genuine: false; readonly why: 'not-a-permit' | 'signed-by-another-key' | 'changed-after-signing' };

/**
 * Whether a signed permit is what the holder of the published key signed, to the letter. Needs nothing but the
 * document and the key: whether it was revoked or replaced since, only the hub's register says.
 */
export function verifyPermit(signed: unknown, publicKey: KeyObject | string): Verdict {
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  const { document, signature, keyId } = (signed ?? {}) as Partial<SignedDocument>;
  if (document?.format !== 'urn:hub:data-permit:v1' || typeof signature !== 'string') {
    return { genuine: false, why: 'not-a-permit' };
  }
  const known = publishedKeyOf(key).keyId;
  if (keyId !== known) return { genuine: false, why: 'signed-by-another-key' };
  const holds = verify(null, canonicalBytes(document), key, Buffer.from(signature, 'base64'));
  return holds ? { genuine: true, id: document.id, keyId: known } : { genuine: false, why: 'changed-after-signing' };
}
