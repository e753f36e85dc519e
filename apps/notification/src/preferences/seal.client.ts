import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Seals addresses for the database, each bound to its person: a row copied to somebody else does not open. */
export class Seal {
  constructor(private readonly key: Buffer) {}

  close(address: string, personId: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.key, iv).setAAD(Buffer.from(personId));
    const body = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** Throws if the bytes were changed, or sealed for somebody else or with another key. */
  open(sealed: Buffer, personId: string): string {
    const decipher = createDecipheriv(algorithm, this.key, sealed.subarray(0, ivBytes))
      .setAAD(Buffer.from(personId))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Six digits, for an address to be confirmed with. */
  code(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }
}
