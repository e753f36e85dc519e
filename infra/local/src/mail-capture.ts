import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';

export interface MailCaptureOptions {
  /** Letters are kept here, one file each, readable by the owner only. */
  readonly dir: string;
  readonly port?: number;
}

export interface MailCapture {
  /** `smtp://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

const largestBytes = 1_000_000;

/** DEMONSTRATION AND TESTS ONLY: an SMTP server on this machine that delivers nothing and keeps every letter as a file. */
export async function startMailCapture({ dir, port = 0 }: MailCaptureOptions): Promise<MailCapture> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'Health Data Hub, letters are captured for demonstration',
    size: largestBytes,
    closeTimeout: 500,
    onData(stream, _session, done) {
      keep(dir, stream).then(() => done(), done);
    },
  });
  // A client that goes away in the middle of a letter sends it again.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const actual = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function keep(dir: string, stream: Readable): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const name = `${new Date().toISOString().replaceAll(':', '')}-${randomBytes(3).toString('hex')}.eml`;
  await writeFile(join(dir, `.${name}`), Buffer.concat(chunks), { mode: 0o600 });
  await rename(join(dir, `.${name}`), join(dir, name));
}
