import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for another: process ids are reused, a pair of id and start is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot of the machine and start since boot, opaque: only compared. */
  readonly started: string;
}

/** The identity of a live process, or undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** Sends a signal only to the very process meant. Answers whether it was there. */
export function signal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, name);
    return true;
  } catch {
    return false;
  }
}

export interface StopOptions {
  /** Asked politely with this signal first. */
  readonly signal?: NodeJS.Signals;
  /** Milliseconds until SIGKILL. */
  readonly graceMs?: number;
}

/** Stops a process, politely and then by force, and resolves when it is gone. */
export async function stopProcess(
  identity: ProcessIdentity,
  options: StopOptions = {},
): Promise<'gone' | 'stopped' | 'killed'> {
  if (!signal(identity, options.signal ?? 'SIGTERM')) return 'gone';
  // A process paused for a fault test could not hear the signal.
  signal(identity, 'SIGCONT');
  if (await waitUntilGone(identity, options.graceMs ?? 5_000)) return 'stopped';
  signal(identity, 'SIGKILL');
  await waitUntilGone(identity, 5_000);
  return 'killed';
}

export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(identity)) {
    if (Date.now() >= end) return false;
    await sleep(20);
  }
  return true;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

let boot: string | undefined;

function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return boot;
}

function startedByPs(pid: number): string | undefined {
  try {
    const out = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return out === '' ? undefined : out;
  } catch {
    return undefined;
  }
}
