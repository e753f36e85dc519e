/** Runs a preparation in a sandbox of its own: deliveries and opt-outs read-only, one staging folder writable, no network. */
import { mkdir, rm } from 'node:fs/promises';
import { startSandbox } from '../sandbox/sandbox.client.js';
import { INSIDE, type Mount } from '../sandbox/walls.js';
import type { Prepared } from './manifest.js';
import type { OptOuts } from './opt-outs.js';
import type { PreparationPlan } from './plan.js';
import type { PreparationAnswer } from './preparation-protocol.js';
import { projectKey } from './pseudonym.js';
import { identifyingColumns, PERSON } from './table-schema.js';

export interface PreparationRun {
  readonly plan: PreparationPlan;
  /** What it reads: deliveries, and the list of opt-outs. */
  readonly mounts: readonly Mount[];
  readonly optOuts: OptOuts;
  readonly staging: string;
  readonly masterKey: Uint8Array;
  readonly limits: { readonly memoryMiB: number; readonly spillMiB: number; readonly threads: number };
  /** Ends the sandbox when aborted. */
  readonly stopped: AbortSignal;
}

/** The preparation could not be carried out; trying again may help. */
export class PreparationFault extends Error {}

const MAX_ANSWER = 16 * 1024 * 1024;

/** Prepares into the staging folder, which is emptied first. Throws a `PreparationFault` or `SandboxFault`. */
export async function runPreparation({
  plan,
  mounts,
  optOuts,
  staging,
  masterKey,
  limits,
  stopped,
}: PreparationRun): Promise<Prepared> {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const sandbox = startSandbox(
    {
      mounts: [...mounts, { from: staging, at: INSIDE.out, writable: true }],
      limits: { memoryMiB: limits.memoryMiB, fileMiB: limits.spillMiB },
      worker: 'sandbox/inside/preparation-worker.client.js',
    },
    MAX_ANSWER,
  );
  const stop = () => sandbox.kill();
  stopped.addEventListener('abort', stop, { once: true });
  try {
    sandbox.send({ kind: 'prepare', plan, keys: keysFor(plan, masterKey), optOuts, ...limits });
    const answer = (await sandbox.next()) as PreparationAnswer;
    if (answer.kind === 'fault') throw new PreparationFault(answer.reason);
    return answer.prepared;
  } finally {
    stopped.removeEventListener('abort', stop);
    sandbox.kill();
    await sandbox.ended;
  }
}

function keysFor({ scope, sources }: PreparationPlan, masterKey: Uint8Array): Record<string, string> {
  const kinds = new Set([PERSON, ...sources.flatMap(({ schema }) => [...identifyingColumns(schema).values()])]);
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, projectKey(masterKey, scope.project, kind).toString('hex')]),
  );
}
