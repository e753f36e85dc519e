import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { decodeBase64, encodeBase64 } from './base64.js';
import { TlogError } from './tlog-error.js';

/** Signature type byte of Ed25519 in C2SP signed-note. */
const ED25519 = 0x01;
/** What DER writes before the 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Whose signatures are believed: the public half of a key, and the name it signs under. */
export interface Verifier {
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), big-endian. */
  readonly id: number;
  /** Ed25519 public key, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Signs note texts. Ed25519 is deterministic: the same text always gives the same signature. */
export interface Signer extends Verifier {
  /** @returns 64 bytes */
  sign(text: Uint8Array): Buffer;
}

/**
 * A signer from a private key file.
 *
 * @param name key name, by convention the log's origin; no spaces, no `+`
 * @param pem Ed25519 private key, PKCS #8 PEM
 * @throws TlogError `malformed-key`
 */
export function signerFromPem(name: string, pem: string): Signer {
  const key = parsePem(pem);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const verifier = verifierOf(name, spki.subarray(SPKI_PREFIX.length));
  return { ...verifier, sign: (text) => sign(null, text, key) };
}

/**
 * Reads a verifier key, `name+hash+base64` as written by Go's sumdb/note:
 * eight hexadecimal digits of the key id, then base64 of 0x01 ‖ public key.
 *
 * @throws TlogError `malformed-key`, also when the id does not belong to the key
 */
export function parseVerifierKey(text: string): Verifier {
  // Base64 may contain '+' itself, so only the first two separate.
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim());
  const key = match && decodeBase64(match[3] ?? '');
  if (!match || key?.length !== 33 || key[0] !== ED25519) {
    throw new TlogError('malformed-key', 'a verifier key is name+hash+base64 of an Ed25519 key');
  }
  const verifier = verifierOf(match[1] ?? '', key.subarray(1));
  if (hexId(verifier.id) !== match[2]) throw new TlogError('malformed-key', 'the key id does not belong to the key');
  return verifier;
}

/** `name+hash+base64`: what to hand to those who verify. */
export function formatVerifierKey({ name, id, publicKey }: Verifier): string {
  return `${name}+${hexId(id)}+${encodeBase64(Buffer.concat([Buffer.of(ED25519), publicKey]))}`;
}

/** Key names carry no Unicode space, no `+`, no control character (signed-note). */
export function isKeyName(name: string): boolean {
  return /^[^+\s\p{Cc}\p{Z}]+$/u.test(name);
}

function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  if (!isKeyName(name)) throw new TlogError('malformed-key', `${JSON.stringify(name)} cannot name a key`);
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  const preimage = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]);
  return {
    name,
    id: hash('sha256', preimage, 'buffer').readUInt32BE(0),
    publicKey,
    verify: (text, signature) => signature.length === 64 && verify(null, text, key, signature),
  };
}

function parsePem(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: OpenSSL's own message may quote the key's file.
  }
  throw new TlogError('malformed-key', 'the signing key must be an Ed25519 private key in PKCS #8 PEM');
}

function hexId(id: number): string {
  return id.toString(16).padStart(8, '0');
}
