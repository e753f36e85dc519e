import type { Checkpoint } from '../checkpoint.js';
import { append, EMPTY_FRONTIER, rootOf } from '../frontier.js';
import { HASH_SIZE } from '../hash.js';
import type { ReadBundle } from './read-log.js';

/** Between two signed heads: the first still holds, the second does not. */
export interface RewrittenBetween {
  /** Entries of the longest earlier head that the log still leads to; 0 when none. */
  readonly intact: number;
  /** Entries of the first head it does not lead to. */
  readonly broken: number;
}

/**
 * A log rewritten from end to end agrees with itself, and its newest root
 * alone says nothing about where. Earlier signed heads do: the rewriting
 * begins between the last that still holds and the first that does not.
 *
 * @param heads verified checkpoints of the same log, in any order
 * @returns undefined when all of them hold
 */
export function locateRewrite(
  bundles: readonly ReadBundle[],
  heads: readonly Checkpoint[],
): RewrittenBetween | undefined {
  const leaves = bundles.flatMap(({ hashes }) =>
    Array.from({ length: hashes.length / HASH_SIZE }, (_, at) => hashes.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE)),
  );
  let frontier = EMPTY_FRONTIER;
  let intact = 0;
  for (const head of [...heads].sort((one, other) => one.size - other.size)) {
    if (head.size > leaves.length) return { intact, broken: head.size };
    ({ frontier } = append(frontier, leaves.slice(frontier.size, head.size)));
    if (Buffer.compare(rootOf(frontier), head.root) !== 0) return { intact, broken: head.size };
    intact = head.size;
  }
  return undefined;
}
