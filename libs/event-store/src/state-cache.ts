import type { Versioned } from '@hub/decider';

const capacity = 2_000;

/** The states last appended or loaded by this process, the least recently used forgotten first. */
export class StateCache<State> {
  private readonly entries = new Map<string, Versioned<State>>();

  constructor(private readonly initial: State) {}

  has(id: string): boolean {
    return this.entries.has(id);
  }

  get(id: string): Versioned<State> {
    const known = this.entries.get(id);
    if (!known) return { state: this.initial, version: 0 };
    this.entries.delete(id);
    this.entries.set(id, known);
    return known;
  }

  set(id: string, current: Versioned<State>): void {
    this.entries.delete(id);
    this.entries.set(id, current);
    if (this.entries.size > capacity) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        return;
      }
    }
  }
}
