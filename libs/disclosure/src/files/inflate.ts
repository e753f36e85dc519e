// Part of the runtime, and computation only: no input or output happens here.
import { inflateRawSync } from 'node:zlib';
import { compressedBytes, type ZipEntry } from './zip.js';

const STORED = 0;
const DEFLATED = 8;

/**
 * The text of one entry, never more than the size its directory announces, which the caller has
 * held against the limits: an archive that lies about its sizes is stopped, not opened.
 *
 * @returns undefined when the entry is damaged, larger than announced, or compressed otherwise
 */
export function entryText(bytes: Uint8Array, entry: ZipEntry): string | undefined {
  const data = compressedBytes(bytes, entry);
  if (!data) return undefined;
  if (entry.method === STORED) return new TextDecoder().decode(data);
  if (entry.method !== DEFLATED) return undefined;
  try {
    const maxOutputLength = Math.max(1, entry.size);
    return new TextDecoder().decode(inflateRawSync(data, { maxOutputLength }));
  } catch {
    return undefined;
  }
}
