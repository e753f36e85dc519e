import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Signs documents: the key stays inside. Given to rules as a fact, so that they stay free of files and secrets. */
export type Seal = <Document>(document: Document) => Signed<Document>;

/** A document and the signature over its canonical form (RFC 8785). */
export interface Signed<Document> {
  readonly document: Document;
  /** Ed25519, base64. */
  readonly signature: string;
  readonly keyId: string;
}

export interface PublishedKey {
  readonly keyId: string;
  readonly pem: string;
}

/** The bytes that are signed: canonical JSON (RFC 8785), so that whoever has the document can make them again. */
export function canonicalBytes(document: unknown): Buffer {
  const text = canonicalize(document);
  if (text === undefined) throw new TypeError('a permit document is JSON');
  return Buffer.from(text, 'utf8');
}

export const sealWith =
  (privateKey: KeyObject): Seal =>
  (document) => ({
    document,
    signature: sign(null, canonicalBytes(document), privateKey).toString('base64'),
    keyId: publishedKeyOf(privateKey).keyId,
  });

/** The public half and its name: the thumbprint of its JWK (RFC 7638, RFC 8037). */
export function publishedKeyOf(key: KeyObject): PublishedKey {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  const keyId = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { keyId, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** What the register publishes of a document, so that a copy can be compared without showing it. */
export const fingerprintOf = (document: unknown): string =>
  createHash('sha256').update(canonicalBytes(document)).digest('hex');
