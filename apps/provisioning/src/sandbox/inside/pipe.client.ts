/** The worker's end of the pipe: messages in on stdin, messages out on stdout. */
import { encodeFrame, FrameReader } from '../frames.js';

const MAX_MESSAGE = 64 * 1024 * 1024;

/** Calls `take` for each message of the service; the worker ends when the service hangs up. */
export function listen(take: (message: unknown) => void): void {
  const reader = new FrameReader(MAX_MESSAGE);
  process.stdin.on('data', (chunk: Buffer) => reader.push(chunk).forEach(take));
  process.stdin.on('end', () => process.exit(0));
}

/** Sends one message to the service. */
export function say(message: unknown): void {
  process.stdout.write(encodeFrame(message));
}
