/** How the list knows a person: HMAC-SHA-256 of the identifier, under a key of the list alone. */
import { createHmac, type Hmac } from 'node:crypto';
import { derivedKey } from '../preparation/pseudonym.js';

export interface ListKey {
  readonly bytes: Buffer;
  /** Public: tells the key from any other, and nothing of it. */
  readonly id: string;
}

export function listKey(master: Uint8Array): ListKey {
  const id = derivedKey(master, 'hub.opt-out.v1\0id').toString('hex').slice(0, 16);
  return { bytes: derivedKey(master, 'hub.opt-out.v1\0person'), id };
}

/** The hash of an identifier; the same as `hmacExpression` makes of it in DuckDB. */
export const personHash = ({ bytes }: ListKey, person: string): Buffer =>
  createHmac('sha256', bytes).update(person).digest();

/** A keyed hash of what an order brings, for telling a repeated one from another: a plain one could be guessed back. */
export const contentHash = ({ bytes }: ListKey): Hmac => createHmac('sha256', bytes).update('content\0');
