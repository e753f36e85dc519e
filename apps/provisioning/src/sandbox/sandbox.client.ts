/**
 * Starts a worker behind the walls and talks to it. If the walls cannot be had, nothing starts:
 * there is no unsandboxed way to run a worker, here or anywhere else in the service.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeFrame, FrameReader } from './frames.js';
import { syscallFilter } from './syscall-filter.js';
import { FILTER_DESCRIPTOR, INFO_DESCRIPTOR, type Runtime, type SandboxPlan, wallsAround } from './walls.js';

/** The sandbox cannot be had, or ended before it answered. */
export class SandboxFault extends Error {
  constructor(
    readonly code: 'unavailable' | 'ended' | 'misbehaved',
    message: string,
  ) {
    super(message);
  }
}

const STDERR_KEPT = 2_000;

/** A running worker. Messages arrive in order; `ended` settles when the process is gone. */
export class Sandbox {
  private readonly waiting: { resolve: (message: unknown) => void; reject: (error: Error) => void }[] = [];
  private readonly arrived: unknown[] = [];
  private fault: SandboxFault | null = null;
  private complaint = '';
  private inside: number | null = null;
  private ending = false;
  readonly ended: Promise<void>;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    maxMessageBytes: number,
  ) {
    const reader = new FrameReader(maxMessageBytes);
    child.stdout.on('data', (chunk: Buffer) => this.take(reader, chunk));
    child.stderr.on(
      'data',
      (chunk: Buffer) => (this.complaint = (this.complaint + chunk.toString()).slice(0, STDERR_KEPT)),
    );
    child.stdin.on('error', () => undefined);
    (child.stdio[INFO_DESCRIPTOR] as NodeJS.ReadableStream).on('data', (chunk: Buffer) =>
      this.learnProcess(chunk.toString()),
    );
    this.ended = new Promise((done) => {
      const end = (fault: SandboxFault) => {
        this.fail(fault);
        done();
      };
      child.on('error', ({ code }: NodeJS.ErrnoException) =>
        end(new SandboxFault('unavailable', `The sandbox cannot be started (${code}).`)),
      );
      child.on('close', () => end(new SandboxFault('ended', this.why())));
    });
  }

  get alive(): boolean {
    return this.fault === null;
  }

  /** Sends a message; answers are taken with `next`. */
  send(message: unknown): void {
    if (this.alive) this.child.stdin.write(encodeFrame(message));
  }

  /** The next message. Rejects with a `SandboxFault` once the worker is gone. */
  next(): Promise<unknown> {
    const ready = this.arrived.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    if (this.fault !== null) return Promise.reject(this.fault);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  /**
   * Ends the worker and everything in its namespace at once. Not bubblewrap itself is killed but the
   * first process inside: killed while it still raises the walls, bubblewrap would leave an orphan.
   */
  kill(): void {
    this.ending = true;
    if (this.inside !== null && this.child.exitCode === null && this.child.signalCode === null)
      killProcess(this.inside);
  }

  private learnProcess(info: string): void {
    const pid = /"child-pid": *(\d+)/.exec(info)?.[1];
    if (pid === undefined) return;
    this.inside = Number(pid);
    if (this.ending) this.kill();
  }

  private take(reader: FrameReader, chunk: Buffer): void {
    try {
      for (const message of reader.push(chunk)) {
        const waiter = this.waiting.shift();
        if (waiter === undefined) this.arrived.push(message);
        else waiter.resolve(message);
      }
    } catch {
      this.fail(new SandboxFault('misbehaved', 'The sandbox sent what it must not send and was ended.'));
      this.kill();
    }
  }

  private fail(fault: SandboxFault): void {
    this.fault ??= fault;
    for (const waiter of this.waiting.splice(0)) waiter.reject(this.fault);
  }

  private why(): string {
    const wall = /^bwrap: (.*)$/m.exec(this.complaint)?.[1];
    return wall === undefined ? 'The sandbox ended before it answered.' : `bubblewrap refused: ${wall}`;
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Starts a worker. Throws a `SandboxFault` where no filter exists for this machine. */
export function startSandbox(plan: SandboxPlan, maxMessageBytes: number): Sandbox {
  const filter = syscallFilter(process.arch);
  if (filter === null) throw new SandboxFault('unavailable', `There is no system call filter for ${process.arch}.`);
  const { program, args } = wallsAround(plan, runtime());
  // PATH is for finding prlimit and bwrap; inside, the environment is empty.
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  }) as ChildProcessWithoutNullStreams;
  const descriptor = child.stdio[FILTER_DESCRIPTOR] as NodeJS.WritableStream;
  descriptor.on('error', () => undefined);
  descriptor.end(filter);
  return new Sandbox(child, maxMessageBytes);
}

function runtime(): Runtime {
  const require = createRequire(import.meta.url);
  const service = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
  const duckdb = resolve(dirname(require.resolve('@duckdb/node-api/package.json')), '..');
  return { node: process.execPath, service, duckdb };
}
