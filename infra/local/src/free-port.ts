import { createServer, type Server } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A port of this machine that was free a moment ago. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts([undefined]);
  return port as number;
}

/**
 * One port per wish: the wished one where it is free, any other otherwise.
 * All are held at once before they are let go, so that no two wishes get the same port.
 */
export async function freePorts(wishes: readonly (number | undefined)[]): Promise<number[]> {
  const held: Server[] = [];
  try {
    for (const wish of wishes) held.push((await hold(wish ?? 0)) ?? (await holdAny()));
    return held.map(portOf);
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

export async function portIsFree(port: number): Promise<boolean> {
  const server = await hold(port);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

async function holdAny(): Promise<Server> {
  const server = await hold(0);
  if (server === undefined) throw new Error('This machine has no free port left on 127.0.0.1.');
  return server;
}

function hold(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A held port has no number.');
  return address.port;
}
