import { hash } from 'node:crypto';
import { TlogError } from './tlog-error.js';

/** Bytes in a SHA-256 hash. */
export const HASH_SIZE = 32;

/** Longest entry in bytes: an entry bundle prefixes each with a uint16 (C2SP tlog-tiles). */
export const MAX_ENTRY_SIZE = 65_535;

// One scratch buffer per process instead of one allocation per hash. Safe
// because every use fills it and hashes it before returning to the event loop.
const leafInput = Buffer.alloc(1 + MAX_ENTRY_SIZE);
const nodeInput = Buffer.alloc(1 + 2 * HASH_SIZE);
leafInput[0] = 0x00;
nodeInput[0] = 0x01;

/**
 * Leaf hash: SHA-256(0x00 ‖ entry), RFC 6962 section 2.1.
 *
 * @param entry the stored bytes, at most 65,535
 * @returns 32 bytes
 * @throws TlogError `entry-too-long`
 */
export function leafHash(entry: Uint8Array): Buffer {
  if (entry.length > MAX_ENTRY_SIZE) {
    throw new TlogError('entry-too-long', `an entry holds at most ${MAX_ENTRY_SIZE} bytes, not ${entry.length}`);
  }
  leafInput.set(entry, 1);
  return hash('sha256', leafInput.subarray(0, 1 + entry.length), 'buffer');
}

/**
 * Interior node: SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1.
 *
 * @throws TlogError `not-a-hash` unless both are 32 bytes: a shorter pair could
 *   be split at another place and still hash the same
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  assertHash(left);
  assertHash(right);
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_SIZE);
  return hash('sha256', nodeInput, 'buffer');
}

/** Root of the tree without entries: SHA-256 of nothing, RFC 6962 section 2.1. */
export function emptyRoot(): Buffer {
  return hash('sha256', Buffer.alloc(0), 'buffer');
}

/** Refuses anything that is not exactly 32 bytes. */
export function assertHash(value: Uint8Array): void {
  if (value.length !== HASH_SIZE) {
    throw new TlogError('not-a-hash', `a hash is ${HASH_SIZE} bytes, not ${value.length}`);
  }
}

/**
 * Root over consecutive nodes of one height.
 *
 * @param hashes n × 32 bytes, n at least 1
 * @returns 32 bytes: the Merkle tree hash with those nodes as its leaves
 */
export function rootOfHashes(hashes: Uint8Array): Buffer {
  const count = hashes.length / HASH_SIZE;
  if (!Number.isInteger(count) || count < 1) {
    throw new TlogError('not-a-hash', `${hashes.length} bytes are not a sequence of hashes`);
  }
  if (count === 1) return Buffer.from(hashes);
  const split = 2 ** Math.floor(Math.log2(count - 1)) * HASH_SIZE;
  return nodeHash(rootOfHashes(hashes.subarray(0, split)), rootOfHashes(hashes.subarray(split)));
}
