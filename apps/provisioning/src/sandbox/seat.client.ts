/**
 * One person's seat in one workspace: a warm sandbox of their own, which answers their queries one
 * after the other and is thrown away as soon as it misbehaves, is stopped, or its time is over.
 */

import type { FromWorker, QueryFailed, QueryResult, VisibleTable } from './query-protocol.js';
import { type Sandbox, SandboxFault, startSandbox } from './sandbox.client.js';
import { INSIDE } from './walls.js';

export interface SeatPlace {
  readonly workspace: string;
  readonly person: string;
  /** The workspace's prepared data on the host; seen read-only. */
  readonly data: string;
  /** This person's private directory on the host; the only place that is writable. */
  readonly privateDirectory: string;
  readonly tables: readonly VisibleTable[];
}

export interface QueryLimits {
  readonly seconds: number;
  readonly memoryMiB: number;
  readonly spillMiB: number;
  readonly threads: number;
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** A query that did not come to its own end. */
export interface QueryStopped {
  readonly kind: 'stopped';
  readonly code: 'time-limit' | 'cancelled' | 'memory-or-crash' | 'access-ended';
}

export type Answer = QueryResult | QueryFailed | QueryStopped;

const GRACE_MS = 1_000;
const START_MS = 15_000;

export class Seat {
  private readonly sandbox: Sandbox;
  private readonly opened: Promise<void>;
  private stopping: QueryStopped['code'] | null = null;
  private line: Promise<unknown> = Promise.resolve();
  waiting = 0;

  constructor(
    place: SeatPlace,
    private readonly limits: QueryLimits,
  ) {
    this.sandbox = startSandbox(
      {
        mounts: [
          { from: place.data, at: INSIDE.data },
          { from: place.privateDirectory, at: INSIDE.private, writable: true },
        ],
        limits: { memoryMiB: limits.memoryMiB, fileMiB: limits.spillMiB },
        worker: 'sandbox/inside/query-worker.client.js',
      },
      limits.maxBytes * 2 + 1_000_000,
    );
    this.opened = this.open(place);
    this.opened.catch(() => undefined);
  }

  get usable(): boolean {
    return this.sandbox.alive && this.stopping === null;
  }

  get ended(): Promise<void> {
    return this.sandbox.ended;
  }

  /** Resolves when the next query would start at once. Rejects with a `SandboxFault`. */
  ready(): Promise<void> {
    return this.opened;
  }

  /** Runs one query after those that wait. Rejects with a `SandboxFault` if there is no sandbox. */
  async run(sql: string, cancelled?: AbortSignal): Promise<Answer> {
    this.waiting++;
    const turn = this.line.then(() => this.runNow(sql, cancelled)).finally(() => this.waiting--);
    this.line = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the sandbox; a running query answers `code`. */
  stop(code: QueryStopped['code']): void {
    this.stopping ??= code;
    this.sandbox.kill();
  }

  private async open(place: SeatPlace): Promise<void> {
    const timer = setTimeout(() => this.sandbox.kill(), START_MS);
    const { memoryMiB, spillMiB, threads } = this.limits;
    this.sandbox.send({ kind: 'open', tables: place.tables, memoryMiB, spillMiB, threads });
    await this.sandbox.next().finally(() => clearTimeout(timer));
  }

  private async runNow(sql: string, cancelled?: AbortSignal): Promise<Answer> {
    await this.opened;
    if (cancelled?.aborted) return { kind: 'stopped', code: 'cancelled' };
    const time = setTimeout(() => this.interrupt('time-limit'), this.limits.seconds * 1000);
    const cancel = () => this.interrupt('cancelled');
    cancelled?.addEventListener('abort', cancel, { once: true });
    try {
      this.sandbox.send({ kind: 'query', sql, maxRows: this.limits.maxRows, maxBytes: this.limits.maxBytes });
      const answer = (await this.sandbox.next()) as Exclude<FromWorker, { kind: 'ready' }>;
      return this.stopping === null ? answer : { kind: 'stopped', code: this.stopping };
    } catch (error) {
      if (!(error instanceof SandboxFault)) throw error;
      return { kind: 'stopped', code: this.stopping ?? 'memory-or-crash' };
    } finally {
      clearTimeout(time);
      cancelled?.removeEventListener('abort', cancel);
    }
  }

  /** Asks the query to end, and makes it if it does not. The seat is not used again. */
  private interrupt(code: QueryStopped['code']): void {
    this.stopping ??= code;
    this.sandbox.send({ kind: 'interrupt' });
    const force = setTimeout(() => this.sandbox.kill(), GRACE_MS);
    void this.sandbox.ended.then(() => clearTimeout(force));
  }
}
