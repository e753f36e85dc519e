/**
 * Strict base64 (RFC 4648 section 4). Node's decoder skips what it does not
 * know; here one value has one spelling, so that altered text never passes as
 * the same signature or hash.
 *
 * @returns undefined unless `text` is exactly the encoding of the bytes
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
