import { createHash } from 'node:crypto';

/**
 * RFC 6962 section 2.1 read literally, on whole lists of entries; shares
 * nothing with what it checks. Roots once computed are remembered.
 */
export class NaiveTree {
  private readonly roots = new Map<string, Buffer>();

  constructor(private readonly entries: readonly Uint8Array[]) {}

  /** MTH(D[start:end]) */
  root(end: number, start = 0): Buffer {
    const key = `${start}:${end}`;
    const known = this.roots.get(key);
    if (known) return known;
    const root = this.compute(start, end);
    this.roots.set(key, root);
    return root;
  }

  /** PATH(index, D[start:end]) */
  path(index: number, end: number, start = 0): Buffer[] {
    if (end - start <= 1) return [];
    const middle = start + naiveSplit(end - start);
    return index < middle
      ? [...this.path(index, middle, start), this.root(end, middle)]
      : [...this.path(index, end, middle), this.root(middle, start)];
  }

  /** SUBPROOF(from, D[start:end], whole); PROOF when called with two arguments */
  consistency(from: number, end: number, start = 0, whole = true): Buffer[] {
    if (from === end) return whole ? [] : [this.root(end, start)];
    const middle = start + naiveSplit(end - start);
    return from <= middle
      ? [...this.consistency(from, middle, start, whole), this.root(end, middle)]
      : [...this.consistency(from, end, middle, false), this.root(middle, start)];
  }

  private compute(start: number, end: number): Buffer {
    const sha = createHash('sha256');
    if (end === start) return sha.digest();
    if (end - start === 1)
      return sha
        .update(Buffer.of(0))
        .update(this.entries[start] as Uint8Array)
        .digest();
    const middle = start + naiveSplit(end - start);
    return sha.update(Buffer.of(1)).update(this.root(middle, start)).update(this.root(end, middle)).digest();
  }
}

function naiveSplit(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}
