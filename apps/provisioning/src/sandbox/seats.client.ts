/**
 * All seats of this process: warm ones are found again by workspace and person, never lent to
 * anybody else, ended when idle for long, and ended at once when access ends.
 */
import { SandboxFault } from './sandbox.client.js';
import { type Answer, type QueryLimits, Seat, type SeatPlace } from './seat.client.js';

export interface SeatsSetting {
  readonly limits: QueryLimits;
  readonly idleSeconds: number;
  /** How many sandboxes may exist at once, and how many queries of a person may wait. */
  readonly maxSeats: number;
  readonly maxWaiting: number;
}

type Kept = { seat: Seat; workspace: string; person: string; usedAt: number };

export class Seats {
  private readonly kept = new Map<string, Kept>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(private readonly setting: SeatsSetting) {
    this.sweeping = setInterval(() => this.sweep(), Math.min(setting.idleSeconds, 15) * 1000);
    this.sweeping.unref();
  }

  get size(): number {
    return this.kept.size;
  }

  /** Has a sandbox started in the background, so that the first query does not wait for it. */
  warm(place: SeatPlace): void {
    if (this.kept.size >= this.setting.maxSeats) return;
    this.take(place);
  }

  /** Runs a query at the person's seat; `busy` if too many of theirs, or of everybody's, run. */
  async run(place: SeatPlace, sql: string, cancelled?: AbortSignal): Promise<Answer | { kind: 'busy' }> {
    const kept = this.take(place);
    if (kept === null || kept.seat.waiting >= this.setting.maxWaiting) return { kind: 'busy' };
    const answer = await kept.seat.run(sql, cancelled);
    kept.usedAt = performance.now();
    if (!kept.seat.usable) {
      this.drop(kept, 'memory-or-crash');
      await kept.seat.ended;
      if (answer.kind !== 'stopped' || answer.code !== 'access-ended') this.warm(place);
    }
    return answer;
  }

  /** Ends a person's sandbox in a workspace, or everybody's; running queries stop. */
  async end(workspace: string, person?: string): Promise<void> {
    const ending = [...this.kept.values()].filter(
      (kept) => kept.workspace === workspace && (person === undefined || kept.person === person),
    );
    for (const kept of ending) this.drop(kept, 'access-ended');
    await Promise.all(ending.map((kept) => kept.seat.ended));
  }

  /** Who sits where. */
  taken(): { workspace: string; person: string }[] {
    return [...this.kept.values()].map(({ workspace, person }) => ({ workspace, person }));
  }

  /** Ends everything: the service stops. */
  async close(): Promise<void> {
    clearInterval(this.sweeping);
    await Promise.all(
      [...new Set([...this.kept.values()].map((kept) => kept.workspace))].map((workspace) => this.end(workspace)),
    );
  }

  private take(place: SeatPlace): Kept | null {
    const key = `${place.workspace} ${place.person}`;
    const found = this.kept.get(key);
    if (found?.seat.usable) return found;
    if (found !== undefined) this.kept.delete(key);
    if (this.kept.size >= this.setting.maxSeats && !this.makeRoom()) return null;
    const kept = {
      seat: new Seat(place, this.setting.limits),
      workspace: place.workspace,
      person: place.person,
      usedAt: performance.now(),
    };
    this.kept.set(key, kept);
    // A seat that could not even open must not be found again.
    kept.seat.ready().catch((error) => error instanceof SandboxFault && this.drop(kept, 'memory-or-crash'));
    return kept;
  }

  private makeRoom(): boolean {
    const idle = [...this.kept.values()]
      .filter(({ seat }) => seat.waiting === 0)
      .sort((a, b) => a.usedAt - b.usedAt)[0];
    if (idle !== undefined) this.drop(idle, 'memory-or-crash');
    return idle !== undefined;
  }

  private sweep(): void {
    const before = performance.now() - this.setting.idleSeconds * 1000;
    for (const kept of this.kept.values())
      if (kept.seat.waiting === 0 && kept.usedAt < before) this.drop(kept, 'memory-or-crash');
  }

  private drop(kept: Kept, code: 'memory-or-crash' | 'access-ended'): void {
    kept.seat.stop(code);
    const key = `${kept.workspace} ${kept.person}`;
    if (this.kept.get(key) === kept) this.kept.delete(key);
  }
}
