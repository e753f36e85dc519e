import { freePorts, portIsFree } from './free-port.js';
import { StartRefused } from './start-refused.js';

const USUAL = 8080;

/** The gateway's port as the person wished it; 0 for any that is free. */
export function wishedPort(env: NodeJS.ProcessEnv = process.env): number {
  const text = env['HUB_PORT'];
  if (text === undefined || text === '') return USUAL;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefused(`HUB_PORT is ${text}, which is no port: set it to a number from 1 to 65535.`);
  return port;
}

export async function refuseTakenPort(port: number): Promise<void> {
  if (port === 0 || (await portIsFree(port))) return;
  const why =
    port < 1024 && process.getuid?.() !== 0 ? 'is in use or reserved for root' : 'is in use by another program';
  throw new StartRefused(
    `Port ${port} ${why}: stop what listens there, or choose another for the gateway (HUB_PORT=${port === USUAL ? 8081 : USUAL} npm start).`,
  );
}

/** A port for each name: the one of the previous start where it is still free, so that addresses stay. */
export async function choosePorts(
  names: readonly string[],
  previous: Readonly<Record<string, number>>,
  gateway: number,
): Promise<Record<string, number>> {
  const wishes = names.map((name) => (name === 'gateway' && gateway !== 0 ? gateway : previous[name]));
  const ports = await freePorts(wishes);
  return Object.fromEntries(names.map((name, index) => [name, ports[index] as number]));
}
