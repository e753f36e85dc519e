import { StorageUnavailable } from './database.js';

/**
 * Work that is looked for again and again: clocks that have come to their end, notices to send. One round ends before
 * the next begins. What failed is tried in the next round; that the database is away is said elsewhere.
 */
export class RecurringWork {
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly round: () => Promise<void>,
    private readonly onTrouble: (error: unknown) => void,
    private readonly pauseMs = 2_000,
  ) {}

  /** Whether a round that is under way should stop where it is. */
  get stopped(): boolean {
    return this.ended;
  }

  start(): void {
    if (this.ended) return;
    this.timer = setTimeout(() => {
      void this.round()
        .catch((error) => {
          if (!(error instanceof StorageUnavailable)) this.onTrouble(error);
        })
        .finally(() => this.start());
    }, this.pauseMs);
  }

  stop(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }
}
