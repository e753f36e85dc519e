import { readFile } from 'node:fs/promises';
import type { Child } from './child.js';
import { sleep } from './process-identity.js';
import { lastLines, StartRefused } from './start-refused.js';

export interface UntilReady {
  readonly name: string;
  readonly url: string;
  readonly child: Child;
  readonly timeoutMs: number;
  readonly logFile?: string | undefined;
}

/** Whether the service says that it can do its work; if not, why. */
export async function readiness(url: string): Promise<'ready' | string> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    if (response.ok) {
      await response.body?.cancel();
      return 'ready';
    }
    return `answers ${response.status} ${(await response.text()).slice(0, 300)}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'does not answer' : 'not listening';
  }
}

/** Resolves when the process answers that it is ready; stops it and throws if it ends or takes too long. */
export async function untilReady({ name, url, child, timeoutMs, logFile }: UntilReady): Promise<void> {
  const end = Date.now() + timeoutMs;
  let said = 'not listening';
  while (child.alive() && Date.now() < end) {
    said = await readiness(url);
    // Something else may have taken the port and answer in its place.
    if (said === 'ready' && child.alive()) return;
    await sleep(said === 'not listening' ? 50 : 150);
  }
  const how = child.alive()
    ? `is not ready after ${Math.round(timeoutMs / 1000)} s (${said})`
    : `ended while starting (${await child.ended})`;
  await child.stop({ graceMs: 2_000 });
  throw new StartRefused(`The service ${name} ${how}${await whatItLogged(logFile)}`);
}

async function whatItLogged(logFile: string | undefined): Promise<string> {
  if (logFile === undefined) return '.';
  const log = lastLines(await readFile(logFile, 'utf8').catch(() => ''), 3);
  return log === '' ? `; its log ${logFile} is empty.` : `; its log ${logFile} ends with: ${log}`;
}
