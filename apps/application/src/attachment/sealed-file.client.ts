/**
 * Files at rest: AES-256-GCM in blocks, so that no byte is given out before its block is authenticated and nothing is
 * held as a whole. A file is its salt and then the blocks; a block's nonce is its number and whether it is the last
 * one, so that blocks cannot be swapped, dropped or cut off (the STREAM construction).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const saltBytes = 32;
const tagBytes = 16;
const blockBytes = 64 * 1024;

type Bytes = AsyncIterable<Uint8Array>;

export async function* sealed(master: Buffer, source: Bytes): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const key = keyOf(master, salt);
  yield salt;
  let number = 0;
  for await (const { block, last } of blocks(source, blockBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last));
    yield Buffer.concat([cipher.update(block), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws where a file is not whole and unaltered. */
export async function* opened(master: Buffer, source: Bytes): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  try {
    while (head.length < saltBytes) {
      const { value, done } = await parts.next();
      if (done) throw new Error('a sealed file ends in its salt');
      head = Buffer.concat([head, value]);
    }
    const key = keyOf(master, head.subarray(0, saltBytes));
    let number = 0;
    for await (const { block, last } of blocks(rest(head.subarray(saltBytes), parts), blockBytes + tagBytes)) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(number++, last));
      decipher.setAuthTag(block.subarray(-tagBytes));
      yield Buffer.concat([decipher.update(block.subarray(0, -tagBytes)), decipher.final()]);
    }
  } finally {
    await parts.return?.();
  }
}

/** A short text at rest: nonce, ciphertext, tag; `about` is bound to it, so that it opens in its own place only. */
export function sealText(master: Buffer, about: string, text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', textKey(master), iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function openText(master: Buffer, about: string, sealedText: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', textKey(master), sealedText.subarray(0, 12));
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealedText.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealedText.subarray(12, -tagBytes)), decipher.final()]).toString('utf8');
}

const keyOf = (master: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', master, salt, 'attachment', 32));
const textKey = (master: Buffer) => Buffer.from(hkdfSync('sha256', master, '', 'letter', 32));

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 4);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

async function* rest(first: Buffer, parts: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
}

/** The same bytes in blocks of one size; the last one may be shorter, and is there even when nothing is left. */
async function* blocks(source: Bytes, size: number): AsyncGenerator<{ block: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const part of source) {
    held = held.length === 0 ? Buffer.from(part.buffer, part.byteOffset, part.byteLength) : Buffer.concat([held, part]);
    while (held.length > size) {
      yield { block: held.subarray(0, size), last: false };
      held = held.subarray(size);
    }
  }
  yield { block: held, last: true };
}
