import { connect } from 'node:net';

const METADATA_V1 = Buffer.from([
  0,
  3, // Metadata
  0,
  1, // version 1
  0,
  0,
  0,
  7, // correlation id
  0xff,
  0xff, // no client id
  0,
  0,
  0,
  0, // no topics
]);

/**
 * Whether a Kafka broker serves at this port: it must answer, and count itself among its brokers,
 * which it does once the controller has let it in. An open port alone proves neither.
 */
export function kafkaAnswers(port: number, timeoutMs = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => resolve(false));
    socket.on('connect', () => socket.write(framed(METADATA_V1)));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      // Size, correlation id, number of brokers.
      if (received.length >= 12) finish(received.readInt32BE(4) === 7 && received.readInt32BE(8) > 0);
    });
  });
}

function framed(request: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(request.length);
  return Buffer.concat([size, request]);
}
