import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';

/** Up to here a body is collected and sent in one write, which costs the service one packet instead of several. */
const smallBytes = 64 * 1024;

/** Hands the request's body to `use`: nothing, its bytes if it is small, or a stream. Not called if the caller goes away. */
export function withBody(raw: IncomingMessage, use: (body: Buffer | PassThrough | null) => void): void {
  const length = raw.headers['content-length'];
  if (raw.headers['transfer-encoding'] === undefined && (length === undefined || length === '0')) use(null);
  else if (length !== undefined && Number(length) <= smallBytes) collect(raw, use);
  else use(streamOf(raw));
}

function collect(raw: IncomingMessage, use: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  raw.on('data', (chunk: Buffer) => chunks.push(chunk));
  raw.once('end', () => use(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
}

/**
 * A stream of its own: a service that answers before it has read everything makes undici destroy the body,
 * and that must not tear down the connection on which the answer is still to be sent.
 */
function streamOf(raw: IncomingMessage): PassThrough {
  const body = new PassThrough({ highWaterMark: smallBytes });
  raw.pipe(body);
  raw.once('close', () => {
    if (!raw.complete) body.destroy(new Error('the caller went away'));
  });
  body.once('close', () => {
    raw.unpipe(body);
    raw.resume(); // what the service did not want is read and dropped
  });
  body.on('error', () => {}); // undici reports it
  return body;
}
