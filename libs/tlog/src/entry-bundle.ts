import { MAX_ENTRY_SIZE } from './hash.js';
import { TlogError } from './tlog-error.js';

/**
 * Entries as served under `tile/entries/…`: each behind its length as a
 * big-endian uint16 (C2SP tlog-tiles).
 *
 * @throws TlogError `entry-too-long` beyond 65,535 bytes
 */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const bundle = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_SIZE) {
      throw new TlogError('entry-too-long', `an entry holds at most ${MAX_ENTRY_SIZE} bytes, not ${entry.length}`);
    }
    at = bundle.writeUInt16BE(entry.length, at);
    bundle.set(entry, at);
    at += entry.length;
  }
  return bundle;
}

/** What could be read of a bundle. */
export interface DecodedBundle {
  /** Views into the bundle, not copies. */
  readonly entries: readonly Uint8Array[];
  /** False when the bytes end in the middle of an entry. */
  readonly complete: boolean;
}

/** Reads a bundle as far as it goes: a verifier wants to name the entry where it breaks off. */
export function decodeBundle(bundle: Uint8Array): DecodedBundle {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const length = (bundle[at] as number) * 256 + (bundle[at + 1] as number);
    if (at + 2 + length > bundle.length) break;
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return { entries, complete: at === bundle.length };
}
