import { connect } from 'node:net';
import type { Readable } from 'node:stream';

export interface Scanner {
  readonly host: string;
  readonly port: number;
}

const silenceMs = 120_000;

/** Asks clamd about a stream (its command INSTREAM). Throws where it gives no verdict. */
export async function scan({ host, port }: Scanner, content: Readable): Promise<'CLEAN' | 'INFECTED'> {
  const socket = connect({ host, port });
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('the scanner is silent')));
  let said = '';
  let fault: Error | undefined;
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', (error) => {
    fault = error;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  try {
    // A scanner that has seen enough, or goes away, hangs up while we still write.
    for await (const piece of framed(content)) {
      if (socket.destroyed || socket.writableEnded) break;
      if (!socket.write(piece)) await Promise.race([closed, new Promise((resolve) => socket.once('drain', resolve))]);
    }
    await closed;
  } finally {
    content.destroy();
    socket.destroy();
  }
  if (/ FOUND\0?\s*$/.test(said)) return 'INFECTED';
  if (/: OK\0?\s*$/.test(said)) return 'CLEAN';
  throw fault ?? new Error('the scanner gave no verdict');
}

/** Each piece with its length in front; a length of nothing ends them. */
async function* framed(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE((piece as Buffer).length);
    yield Buffer.concat([length, piece as Buffer]);
  }
  yield Buffer.alloc(4);
}
