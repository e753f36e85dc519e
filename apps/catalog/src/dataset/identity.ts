import { createHash } from 'node:crypto';
import { canonicalJson } from '../description/canonical.js';

/**
 * A thing's id made of its holder and the name its holder gives it, so that importing it again,
 * here or on another machine, meets the same thing. UUID version 8 (RFC 9562, 5.8).
 */
export function identityOf(kind: 'dataset' | 'code-list', holderId: string, name: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, holderId, name]))
    .digest('hex');
  const variant = ((Number.parseInt(digest[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/** Equal for equal content, however it was written. */
export const contentKey = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('base64url');
