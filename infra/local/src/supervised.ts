import { howToStop } from './pid-files.js';
import { type ProcessIdentity, sleep, stopProcess } from './process-identity.js';

/** What any of our starters answers. */
export interface Running {
  readonly identity: ProcessIdentity;
  readonly ended: Promise<string>;
}

export interface Watch {
  readonly say: (line: string) => void;
  /** Why a process may have died that is not its own fault; undefined when there is no such reason. */
  readonly excuse: () => Promise<string | undefined>;
}

/** Seconds that a process must have run for its next crash to count as a first one. */
const SETTLED_MS = 60_000;

/** One process of the hub, started again whenever it ends by itself, ever more slowly. */
export class Supervised<R extends Running = Running> {
  private current: ProcessIdentity | undefined;
  private work: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private ready = false;

  constructor(
    readonly name: string,
    private readonly launch: (onSpawn: (identity: ProcessIdentity) => void) => Promise<R>,
    private readonly watch: Watch,
  ) {}

  get pid(): number | undefined {
    return this.current?.pid;
  }

  get state(): 'ready' | 'not ready' {
    return this.ready ? 'ready' : 'not ready';
  }

  /** The first start. A process that ends at once gets a second chance: its surroundings may have been too young. */
  async start(): Promise<R> {
    const first = this.once().catch(async (error: Error) => {
      if (this.stopping || !/ended while starting/.test(error.message)) throw error;
      await sleep(1_000);
      return this.once();
    });
    this.work = first.catch(() => undefined);
    const running = await first;
    this.work = this.keep(running);
    return running;
  }

  /** Stops it for good, also while it is starting. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.stopCurrent();
    await this.work;
    // A start that was under way may have launched one more.
    await this.stopCurrent();
    this.ready = false;
  }

  private async stopCurrent(): Promise<void> {
    if (this.current !== undefined) await stopProcess(this.current, howToStop(this.name));
  }

  private async once(): Promise<R> {
    if (this.stopping) throw new Error(`${this.name} is being stopped.`);
    const running = await this.launch((identity) => {
      this.current = identity;
      if (this.stopping) void this.stopCurrent();
    });
    this.ready = true;
    return running;
  }

  private async keep(first: R): Promise<void> {
    let running = first;
    for (let crashes = 0; ; crashes += 1) {
      const since = Date.now();
      const how = await running.ended;
      this.ready = false;
      if (this.stopping) return;
      if (Date.now() - since > SETTLED_MS) crashes = 0;
      this.watch.say(`${this.name} ended by itself (${how}): it is started again.`);
      const next = await this.again(crashes);
      if (next === undefined) return;
      running = next;
      this.watch.say(`${this.name} is ready again.`);
    }
  }

  private async again(crashes: number): Promise<R | undefined> {
    for (let attempt = crashes; !this.stopping; attempt += 1) {
      await this.pause(backOff(attempt));
      try {
        return await this.once();
      } catch (error) {
        if (this.stopping) break;
        const reason = (await this.watch.excuse()) ?? (error as Error).message;
        this.watch.say(`${this.name} does not start, next attempt in ${backOff(attempt + 1) / 1000} s: ${reason}`);
      }
    }
    return undefined;
  }

  private async pause(ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (!this.stopping && Date.now() < end) await sleep(Math.min(100, end - Date.now()));
  }
}

/** Milliseconds before the attempt: half a second, doubled each time, half a minute at most. */
export function backOff(attempt: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
}
