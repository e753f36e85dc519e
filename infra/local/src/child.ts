import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identify, isAlive, type ProcessIdentity, type StopOptions, stopProcess } from './process-identity.js';

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What the process prints is appended to this file; nowhere without it. */
  readonly logFile?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** SIGKILL the process if this one ends without stopping it (for tests, which get killed at any moment). */
  readonly dieWithParent?: boolean;
}

/** A started process. */
export interface Child {
  readonly identity: ProcessIdentity;
  readonly pid: number;
  /** Resolves when the process has ended, with how: `exit code 1`, `signal SIGKILL`. */
  readonly ended: Promise<string>;
  alive(): boolean;
  stop(options?: StopOptions): Promise<void>;
}

/**
 * Starts a process in a session of its own: Ctrl-C in the terminal reaches the launcher alone,
 * which then stops all in order. It writes to its log file itself, so it survives the launcher's death.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = options.logFile === undefined ? undefined : openSync(options.logFile, 'a', 0o640);
  try {
    const child = spawn(options.command, options.args, {
      detached: true,
      stdio: ['ignore', log ?? 'ignore', log ?? 'ignore'],
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    const ended = endOf(child);
    await spawned(child);
    return handle(child, ended, options.dieWithParent ?? false);
  } finally {
    if (log !== undefined) closeSync(log);
  }
}

function handle(child: ChildProcess, ended: Promise<string>, dieWithParent: boolean): Child {
  const pid = child.pid as number;
  // A process that ended at once has no identity left; one that matches nothing is never signalled.
  const identity = identify(pid) ?? { pid, started: 'ended' };
  if (dieWithParent) killWhenParentEnds(identity, ended);
  // A caller that only waits for the end of its work is not held by what it started.
  child.unref();
  return {
    identity,
    pid,
    ended,
    alive: () => isAlive(identity),
    stop: async (options) => {
      child.ref();
      await stopProcess(identity, options);
      await ended;
    },
  };
}

/** A shell waits on a pipe that closes with this process, however it ends, and then kills the child. */
function killWhenParentEnds(identity: ProcessIdentity, ended: Promise<string>): void {
  if (process.platform !== 'linux') return;
  const ticks = identity.started.split(':')[1] ?? '';
  const script = `read -r _; [ "$(cut -d' ' -f22 /proc/${identity.pid}/stat 2>/dev/null)" = "${ticks}" ] && kill -KILL ${identity.pid}`;
  const guard = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => undefined);
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  void ended.then(() => guard.stdin.end());
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, name) => resolve(name === null ? `exit code ${code}` : `signal ${name}`));
  });
}

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}
