/** Whether this machine can sandbox at all. The service asks at its start and is not ready otherwise. */
import { SandboxFault, startSandbox } from './sandbox.client.js';

export type Probe = { readonly sound: true } | { readonly sound: false; readonly reason: string };

const PATIENCE_MS = 10_000;

/** Raises the walls around a worker that tries them from inside. */
export async function probeSandbox(): Promise<Probe> {
  try {
    const sandbox = startSandbox(
      { mounts: [], limits: { memoryMiB: 256, fileMiB: 1 }, worker: 'sandbox/inside/probe-worker.client.js' },
      10_000,
    );
    const timer = setTimeout(() => sandbox.kill(), PATIENCE_MS);
    const { open } = (await sandbox.next().finally(() => clearTimeout(timer))) as { open: string[] };
    sandbox.kill();
    return open.length === 0
      ? { sound: true }
      : { sound: false, reason: `the sandbox leaves open: ${open.join(', ')}` };
  } catch (error) {
    return { sound: false, reason: error instanceof SandboxFault ? error.message : 'the sandbox cannot be started' };
  }
}
