import type { Consumer } from 'kafkajs';

const everyMs = 1_000;

/**
 * Commits a group's offsets about once a second instead of after every batch: what a crash makes come again is
 * known by its receipts.
 */
export class OffsetKeeper {
  /** Partition → the next offset to read, not yet committed. */
  private readonly handled = new Map<string, { topic: string; partition: number; offset: string }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly consumer: Consumer) {}

  done(topic: string, partition: number, offset: string): void {
    this.handled.set(`${topic}/${partition}`, { topic, partition, offset: String(BigInt(offset) + 1n) });
    this.timer ??= setTimeout(() => void this.commit(), everyMs);
  }

  /** After a rebalance the partitions may be another's, who knows better. */
  forget(): void {
    this.handled.clear();
  }

  async commit(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const offsets = [...this.handled.values()];
    this.handled.clear();
    // A commit that fails costs a repetition, no more.
    if (offsets.length > 0) await this.consumer.commitOffsets(offsets).catch(() => {});
  }
}
