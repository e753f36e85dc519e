/**
 * Runs a preparation inside the sandbox: holders' files are somebody else's bytes, and reading them
 * must not reach the service, other workspaces or the network.
 */
import type { PreparationAnswer, PrepareOrder } from '../../preparation/preparation-protocol.js';
import { prepare } from '../../preparation/prepare.client.js';
import { INSIDE } from '../walls.js';
import { listen, say } from './pipe.client.js';
import { openWalls } from './walls-check.client.js';

listen((message) => void answer(message as PrepareOrder).then(say));

async function answer(order: PrepareOrder): Promise<PreparationAnswer> {
  const open = await openWalls();
  if (open.length > 0) return { kind: 'fault', reason: `the sandbox leaves open: ${open.join(', ')}` };
  try {
    const keys = new Map(Object.entries(order.keys).map(([kind, key]) => [kind, Buffer.from(key, 'hex')] as const));
    const { plan, optOuts, memoryMiB, spillMiB, threads } = order;
    return {
      kind: 'prepared',
      prepared: await prepare({
        plan,
        keys,
        optOuts,
        out: INSIDE.out,
        readable: [`${INSIDE.deliveries}/`, `${INSIDE.optOuts}/`],
        memoryMiB,
        spillMiB,
        threads,
      }),
    };
  } catch (error) {
    // The engine's messages quote values: only the class of the fault leaves.
    const kind = /^([A-Za-z ]{3,40}) Error/.exec(error instanceof Error ? error.message : '')?.[1];
    return {
      kind: 'fault',
      reason: kind === undefined ? 'the preparation failed' : `the engine reported a ${kind.toLowerCase()} error`,
    };
  }
}
