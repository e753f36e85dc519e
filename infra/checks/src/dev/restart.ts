import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProcessIdentity, stopProcess } from '@hub/local';

/**
 * Ends a service's process in order; the launcher starts it again, as it does whenever one ends by itself.
 * False where the hub does not run it.
 */
export async function restart(home: string, service: string): Promise<boolean> {
  const identity = await runningAs(home, service);
  if (identity === undefined) return false;
  await stopProcess(identity, { signal: 'SIGTERM', graceMs: 6_000 });
  return true;
}

/** What the launcher wrote down of the process, HUB_HOME/run/<service>.json. */
async function runningAs(home: string, service: string): Promise<ProcessIdentity | undefined> {
  try {
    return (JSON.parse(await readFile(join(home, 'run', `${service}.json`), 'utf8')) as { process: ProcessIdentity })
      .process;
  } catch {
    return undefined;
  }
}
