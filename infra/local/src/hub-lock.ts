import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { StartRefused } from './start-refused.js';

/** One launcher a folder. A lock whose owner is dead, however it died, is taken over. */
export function lockHome(home: string): () => void {
  const file = join(home, 'hub.lock');
  const me = ownIdentity();
  const part = join(home, `hub.lock.${me.pid}`);
  writeFileSync(part, JSON.stringify(me));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(part, file)) return () => unlock(file, me);
      const owner = lockOwner(home);
      if (owner !== undefined)
        throw new StartRefused(
          `A hub already runs on ${home} (process ${owner.pid}): use it, or stop it with Ctrl-C or \`kill ${owner.pid}\`, or set HUB_HOME and HUB_PORT to start another beside it.`,
        );
      removeDead(file, part);
    }
  } finally {
    rmSync(part, { force: true });
  }
  throw new StartRefused(`The lock ${file} is contended: start again.`);
}

/** The launcher that runs on this folder now, if any. */
export function lockOwner(home: string): ProcessIdentity | undefined {
  const owner = read(join(home, 'hub.lock'));
  return owner !== undefined && isAlive(owner) ? owner : undefined;
}

export function ownIdentity(): ProcessIdentity {
  const me = identify(process.pid);
  if (me === undefined) throw new Error('This process cannot be identified: is /proc mounted?');
  return me;
}

function linked(part: string, file: string): boolean {
  try {
    // A link is made by one caller only, and the lock is never seen half-written.
    linkSync(part, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside before it is removed: between the look and the removal somebody else may have taken the lock. */
function removeDead(file: string, part: string): void {
  const aside = `${part}.dead`;
  try {
    renameSync(file, aside);
    const moved = read(aside);
    if (moved !== undefined && isAlive(moved)) linked(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function unlock(file: string, me: ProcessIdentity): void {
  const owner = read(file);
  if (owner?.pid === me.pid && owner.started === me.started) rmSync(file, { force: true });
}

function read(file: string): ProcessIdentity | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}
