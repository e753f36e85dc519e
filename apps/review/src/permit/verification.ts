import type { Issued } from './permit.js';
import { verificationOf } from './permit.view.js';
import { fingerprintOf, type PublishedKey } from './seal.js';
import { verifyPermit } from './verify-permit.js';

/** A copy of a permit: the whole signed document, or its number and fingerprint as a print shows them. */
export type Copy =
  | { readonly document: Readonly<Record<string, unknown>>; readonly signature: string; readonly keyId: string }
  | { readonly id: string; readonly sha256: string };

/** The copy in a body whose members were validated: the one form or the other. */
export function copyIn(body: { [Member in 'document' | 'signature' | 'keyId' | 'id' | 'sha256']?: unknown }): Copy {
  const { document, signature, keyId, id, sha256 } = body;
  return (sha256 === undefined ? { document, signature, keyId } : { id, sha256 }) as Copy;
}

export type Checked =
  | ({ readonly genuine: true } & NonNullable<ReturnType<typeof verificationOf>>)
  | {
      readonly genuine: false;
      readonly why: 'not-a-permit' | 'unknown-key' | 'changed-after-signing' | 'other-content';
    };

/** The number of the permit that a copy claims to be. */
export const claimedId = (copy: Copy): string => {
  const id = 'document' in copy ? copy.document.id : copy.id;
  return typeof id === 'string' ? id : '';
};

/** Whether a copy is a permit of this hub, to the letter, and whether it still holds. Shows nobody's name. */
export function checked(copy: Copy, state: Issued | undefined, keys: readonly PublishedKey[], now: Date): Checked {
  if ('document' in copy) {
    const key = keys.find(({ keyId }) => keyId === copy.keyId);
    if (!key) return { genuine: false, why: 'unknown-key' };
    const verdict = verifyPermit(copy, key.pem);
    if (!verdict.genuine)
      return { genuine: false, why: verdict.why === 'not-a-permit' ? verdict.why : 'changed-after-signing' };
  }
  const id = claimedId(copy);
  const known = state && verificationOf(id, state, now);
  if (!known) return { genuine: false, why: 'not-a-permit' };
  const sha256 = 'sha256' in copy ? copy.sha256 : fingerprintOf(copy.document);
  if (sha256 !== known.sha256) return { genuine: false, why: 'other-content' };
  return { genuine: true, ...known };
}
