/** Below this many, looking for what has ended costs more than the memory that it frees. */
const few = 1_000;

/**
 * Values by key, each until its instant (epoch milliseconds). Holds at most `capacity`, and never much more than
 * twice what was still valid at the last look: what has ended goes whenever the number has doubled since.
 */
export class WhileValid<Value extends { readonly until: number }> {
  protected readonly known = new Map<string, Value>();
  private lookAt: number;

  constructor(private readonly capacity: number) {
    this.lookAt = Math.min(few, capacity);
  }

  get(key: string, now: number): Value | undefined {
    const value = this.known.get(key);
    return value && value.until > now ? value : undefined;
  }

  remember(key: string, value: Value, now: number): void {
    if (this.known.size >= this.lookAt) this.makeRoom(now);
    this.known.set(key, value);
  }

  /** Where everything is valid and the room is used up, all go: each is asked for anew, once. */
  private makeRoom(now: number): void {
    for (const [key, { until }] of this.known) if (until <= now) this.known.delete(key);
    if (this.known.size >= this.capacity) this.known.clear();
    this.lookAt = Math.min(this.capacity, Math.max(few, 2 * this.known.size));
  }
}
