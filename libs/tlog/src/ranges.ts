import { assertCount, TlogError } from './tlog-error.js';

/** Entries `start` to `end` (not included) of the log, as one subtree of RFC 6962. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A complete subtree: entries `index · 2^height` up to `(index + 1) · 2^height`. */
export interface Node {
  readonly height: number;
  readonly index: number;
}

/** Largest power of two smaller than `count` (count at least 2): where RFC 6962 splits a tree. */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/**
 * The subtrees whose roots prove that entry `index` is in the tree of `size`
 * entries, sibling of the leaf first (PATH in RFC 6962 section 2.1.1).
 *
 * @throws TlogError `out-of-range` unless 0 ≤ index < size
 */
export function inclusionRanges(index: number, size: number): Range[] {
  assertCount(index, 'index');
  assertCount(size, 'size');
  if (index >= size) throw new TlogError('out-of-range', `entry ${index} is not in a tree of ${size}`);
  const path: Range[] = [];
  let range: Range = { start: 0, end: size };
  while (range.end - range.start > 1) {
    const middle = range.start + splitOf(range.end - range.start);
    const left = { start: range.start, end: middle };
    const right = { start: middle, end: range.end };
    path.push(index < middle ? right : left);
    range = index < middle ? left : right;
  }
  return path.reverse();
}

/**
 * The subtrees whose roots prove that the tree of `from` entries is the
 * beginning of the tree of `to` (PROOF in RFC 6962 section 2.1.2).
 *
 * @throws TlogError `out-of-range` unless 1 ≤ from ≤ to. From 0 nothing would
 *   be proven: every tree extends the empty one, so an empty proof would pass
 *   for any pair of roots.
 */
export function consistencyRanges(from: number, to: number): Range[] {
  assertCount(from, 'from');
  assertCount(to, 'to');
  if (from < 1 || from > to) throw new TlogError('out-of-range', `no consistency proof from ${from} to ${to}`);
  const proof: Range[] = [];
  let range: Range = { start: 0, end: to };
  while (range.end !== from) {
    const middle = range.start + splitOf(range.end - range.start);
    const left = { start: range.start, end: middle };
    const right = { start: middle, end: range.end };
    proof.push(from <= middle ? right : left);
    range = from <= middle ? left : right;
  }
  // The old tree itself needs no proof where it is a whole left part of the new one.
  if (range.start > 0) proof.push(range);
  return proof.reverse();
}

/**
 * A range cut into complete subtrees, left to right. Folding their hashes from
 * the right gives the range's root.
 */
export function completeNodes(range: Range): Node[] {
  const nodes: Node[] = [];
  let start = range.start;
  while (start < range.end) {
    let height = 0;
    while (fits(start, 2 ** (height + 1), range.end)) height += 1;
    nodes.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return nodes;
}

function fits(start: number, width: number, end: number): boolean {
  return start % width === 0 && start + width <= end;
}
