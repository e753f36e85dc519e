/** What one caller adds, and how it learns the outcome. */
interface Waiting<Item> {
  readonly item: Item;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Gathers what arrives while a commit is under way, and commits it together next. Alone, an item waits for
 * nothing; under load, batches grow by themselves. No timer decides anything.
 */
export class GroupCommit<Item> {
  private waiting: Waiting<Item>[] = [];
  private running = false;

  /**
   * @param limit weight at which a commit takes no more items
   * @param weigh what an item adds to it
   * @param soon calls back when the present turn has ended, `setImmediate`
   */
  constructor(
    private readonly commit: (items: readonly Item[]) => Promise<void>,
    private readonly limit: number,
    private readonly weigh: (item: Item) => number,
    private readonly soon: (work: () => void) => void,
  ) {}

  /** Resolves once the item is committed; rejects as its commit does. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running) return;
      this.running = true;
      // Partitions are handed over one after the other in the same turn: let all of them in.
      this.soon(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.next();
      try {
        await this.commit(group.map(({ item }) => item));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.running = false;
  }

  private next(): Waiting<Item>[] {
    let weight = 0;
    let taken = 0;
    for (const { item } of this.waiting) {
      if (taken > 0 && weight >= this.limit) break;
      weight += this.weigh(item);
      taken += 1;
    }
    return this.waiting.splice(0, taken);
  }
}
