/** Lets bursts of a minute's allowance through and refills evenly. One bucket per key. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { left: number; at: number }>();

  constructor(
    private readonly perMinute: number,
    private readonly capacity = 100_000,
  ) {}

  /** Takes one; otherwise the seconds until there is one again. */
  take(key: string, now: number): 'taken' | { readonly retryAfter: number } {
    let bucket = this.buckets.get(key);
    if (!bucket) {
      this.makeRoom(now);
      this.buckets.set(key, (bucket = { left: this.perMinute, at: now }));
    }
    const perMs = this.perMinute / 60_000;
    bucket.left = Math.min(this.perMinute, bucket.left + (now - bucket.at) * perMs);
    bucket.at = now;
    if (bucket.left < 1) return { retryAfter: Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000)) };
    bucket.left--;
    return 'taken';
  }

  /** A bucket untouched for a minute is full, hence as good as none; if all are in use, the oldest go. */
  private makeRoom(now: number): void {
    if (this.buckets.size < this.capacity) return;
    for (const [key, { at }] of this.buckets) if (now - at >= 60_000) this.buckets.delete(key);
    for (const key of this.buckets.keys()) {
      if (this.buckets.size < this.capacity) return;
      this.buckets.delete(key);
    }
  }
}
