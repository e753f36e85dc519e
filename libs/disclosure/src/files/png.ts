import { type FileReason, reason } from './file-result.js';

const SIGNATURE_LENGTH = 8;
/** Length, type and checksum around the data of a chunk, 4 bytes each. */
const CHUNK_OVERHEAD = 12;

/** Chunks that only say how the picture looks. Source: PNG specification, third edition, ch. 11. */
const PICTURE = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'mDCV',
  'cLLI',
  'bKGD',
  'hIST',
  'pHYs',
  'sPLT',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** Walks the chunks: metadata (text, Exif, time, private chunks), truncation, data after the end. */
export function inspectPng(bytes: Uint8Array): FileReason[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const others = new Set<string>();
  let at = SIGNATURE_LENGTH;
  let type = '';
  while (type !== 'IEND') {
    if (at + CHUNK_OVERHEAD > bytes.length) return [reason('malformed', 'truncated')];
    const length = view.getUint32(at);
    const first = type === '';
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (first && type !== 'IHDR') return [reason('malformed', 'no header')];
    if (!PICTURE.has(type)) others.add(/^[A-Za-z]{4}$/.test(type) ? type : 'unnamed chunk');
    at += CHUNK_OVERHEAD + length;
    if (at > bytes.length) return [reason('malformed', 'truncated')];
  }
  const reasons = [reason('content-not-checked')];
  if (others.size > 0) reasons.push(reason('metadata', [...others].join(', ')));
  if (at < bytes.length) reasons.push(reason('trailing-data', `${bytes.length - at} bytes`));
  return reasons;
}
