import { assertHash, nodeHash } from './hash.js';
import { assertCount, TlogError } from './tlog-error.js';

// These follow the verification algorithms of RFC 9162, which walk the bits of
// index and size, and share nothing with the code that makes proofs: a mistake
// in one does not hide in the other. Sizes may pass 2^32, so halving is
// arithmetic; JavaScript's shifts are 32 bits wide.

/**
 * Checks that an entry is in a tree (RFC 9162 section 2.1.3.2).
 *
 * @param leaf leaf hash of the entry, 32 bytes
 * @param proof sibling of the leaf first
 * @throws TlogError `out-of-range`, `not-a-hash`, or `proof-mismatch`; returns nothing when it holds
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): void {
  assertCount(index, 'index');
  assertCount(size, 'size');
  if (index >= size) throw new TlogError('out-of-range', `entry ${index} is not in a tree of ${size}`);
  for (const hash of [leaf, root, ...proof]) assertHash(hash);
  let node = index;
  let last = size - 1;
  let computed = leaf;
  for (const sibling of proof) {
    if (last === 0) throw mismatch('it has too many hashes');
    if (isOdd(node) || node === last) {
      computed = nodeHash(sibling, computed);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      computed = nodeHash(computed, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw mismatch('it has too few hashes');
  if (!equal(computed, root)) throw mismatch('it leads to another root');
}

/**
 * Checks that one tree is the beginning of another (RFC 9162 section 2.1.4.2).
 *
 * @throws TlogError `out-of-range` unless 1 ≤ from ≤ to (from 0 proves
 *   nothing and is refused), `not-a-hash`, or `proof-mismatch`
 */
export function verifyConsistency(
  from: number,
  to: number,
  proof: readonly Uint8Array[],
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
): void {
  assertCount(from, 'from');
  assertCount(to, 'to');
  if (from < 1 || from > to) throw new TlogError('out-of-range', `no consistency proof from ${from} to ${to}`);
  for (const hash of [fromRoot, toRoot, ...proof]) assertHash(hash);
  if (from === to) {
    if (proof.length > 0) throw mismatch('equal sizes need no hashes');
    if (!equal(fromRoot, toRoot)) throw mismatch('the roots of one size differ');
    return;
  }
  const hashes = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = hashes;
  if (proof.length === 0 || first === undefined) throw mismatch('it has too few hashes');
  walkConsistency(from, to, first, rest, fromRoot, toRoot);
}

function walkConsistency(
  from: number,
  to: number,
  first: Uint8Array,
  rest: readonly Uint8Array[],
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
): void {
  let node = from - 1;
  let last = to - 1;
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let older = first;
  let newer = first;
  for (const hash of rest) {
    if (last === 0) throw mismatch('it has too many hashes');
    if (isOdd(node) || node === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newer = nodeHash(newer, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw mismatch('it has too few hashes');
  if (!equal(older, fromRoot)) throw mismatch('it leads to another old root');
  if (!equal(newer, toRoot)) throw mismatch('it leads to another new root');
}

function mismatch(why: string): TlogError {
  return new TlogError('proof-mismatch', `the proof does not hold: ${why}`);
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && rest % 2 === 0) rest /= 2;
  return rest === 1;
}
