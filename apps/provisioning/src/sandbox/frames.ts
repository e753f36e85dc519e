/**
 * Messages over a pipe: four bytes of length, then JSON. The reader refuses a frame above its
 * bound before it buffers it, since what runs inside a sandbox is not trusted to keep it.
 */

/** One message, ready to be written. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

/** Collects bytes into messages. Throws a `RangeError` for a frame above `maxBytes`. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly maxBytes: number) {}

  /** Takes what arrived and returns the messages that are now complete. */
  push(chunk: Buffer): unknown[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const messages: unknown[] = [];
    while (this.size >= 4) {
      const length = this.peekLength();
      if (length > this.maxBytes) throw new RangeError('A message from the sandbox is too large.');
      if (this.size < 4 + length) break;
      messages.push(
        JSON.parse(
          this.take(4 + length)
            .subarray(4)
            .toString('utf8'),
        ),
      );
    }
    return messages;
  }

  private get first(): Buffer {
    return this.chunks[0] ?? Buffer.alloc(0);
  }

  private peekLength(): number {
    if (this.chunks.length > 1 && this.first.length < 4) this.chunks = [Buffer.concat(this.chunks)];
    return this.first.readUInt32BE(0);
  }

  private take(bytes: number): Buffer {
    const all = this.chunks.length === 1 ? this.first : Buffer.concat(this.chunks);
    this.chunks = all.length > bytes ? [all.subarray(bytes)] : [];
    this.size -= bytes;
    return all.subarray(0, bytes);
  }
}
