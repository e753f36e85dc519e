import { loadFrontier, rootOf } from '../frontier.js';
import { HASH_SIZE, rootOfHashes } from '../hash.js';
import { edgeTiles, hashesAtLevel, levelsOf, TILE_WIDTH, type Tile, widthAt } from '../tile.js';
import type { Candidates } from './candidates.js';
import type { Finding } from './finding.js';

/** What the signed root says about every leaf. */
export interface Authenticated {
  /** Leaf hashes by tile of level 0; undefined where nothing found leads to the signed root. */
  readonly leaves: readonly (Uint8Array | undefined)[];
  /** False when neither entries nor tiles lead to the signed root. */
  readonly rootHolds: boolean;
}

/**
 * Goes from the signed root down. The tiles at the right edge make the root
 * together; each full tile must make the hash that the tile above holds for it.
 */
export function authenticate(candidates: Candidates, root: Uint8Array, findings: Finding[]): Authenticated {
  const { size } = candidates;
  const edge = edgeTiles(size);
  const chosen = chooseEdge(candidates, edge, root);
  const trusted = new Map<string, Uint8Array>();
  edge.forEach((tile, at) => {
    const hashes = chosen?.[at] ?? candidates.of(tile.level, tile.index).next().value;
    if (hashes === undefined) return;
    trusted.set(key(tile.level, tile.index), hashes);
    if (chosen) compareStored(candidates, tile.level, tile.index, hashes, findings);
  });
  for (let level = levelsOf(size) - 1; level > 0; level -= 1) {
    for (let child = 0; child < hashesAtLevel(level, size); child += 1) {
      authenticateChild(candidates, trusted, level, child, findings);
    }
  }
  const leaves = Array.from({ length: Math.ceil(size / TILE_WIDTH) }, (_, index) => trusted.get(key(0, index)));
  return { leaves, rootHolds: chosen !== undefined };
}

/** The combination of candidates that makes the signed root; few tiles, at most three candidates each. */
function chooseEdge(candidates: Candidates, edge: readonly Tile[], root: Uint8Array): Uint8Array[] | undefined {
  const leadsToRoot = (hashes: readonly Uint8Array[]) =>
    Buffer.compare(rootOf(loadFrontier(candidates.size, hashes)), root) === 0;
  // Nearly always the tiles are as stored, and nothing needs computing from the entries.
  const stored = edge.map((tile) => candidates.stored(tile.level, tile.index)).filter((tile) => tile !== undefined);
  if (stored.length === edge.length && leadsToRoot(stored)) return stored;
  return firstOf(combinations(edge.map((tile) => [...candidates.of(tile.level, tile.index)])), leadsToRoot);
}

function* combinations(options: readonly Uint8Array[][]): Generator<Uint8Array[]> {
  const [first, ...rest] = options;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of combinations(rest)) for (const one of first) yield [one, ...others];
}

function authenticateChild(
  candidates: Candidates,
  trusted: Map<string, Uint8Array>,
  parentLevel: number,
  child: number,
  findings: Finding[],
): void {
  const level = parentLevel - 1;
  const parent = trusted.get(key(parentLevel, Math.floor(child / TILE_WIDTH)));
  const at = (child % TILE_WIDTH) * HASH_SIZE;
  const expected = parent?.subarray(at, at + HASH_SIZE);
  if (expected === undefined) return;
  const fits = (one: Uint8Array) => Buffer.compare(rootOfHashes(one), expected) === 0;
  const fitting = firstOf(candidates.of(level, child), fits);
  if (fitting) {
    trusted.set(key(level, child), fitting);
    compareStored(candidates, level, child, fitting, findings);
  } else {
    const first = child * TILE_WIDTH ** (level + 1);
    const lastIndex = first + TILE_WIDTH ** (level + 1) - 1;
    const detail = `the tile and the entries ${first} to ${lastIndex} under it do not make the hash that the tree above holds for them`;
    findings.push({ kind: 'subtree-rewritten', path: candidates.path(level, child), index: first, lastIndex, detail });
  }
}

function compareStored(
  candidates: Candidates,
  level: number,
  index: number,
  hashes: Uint8Array,
  findings: Finding[],
): void {
  const stored = candidates.stored(level, index);
  // A missing or truncated tile has been reported when it was read.
  if (stored === undefined || Buffer.compare(stored, hashes) === 0) return;
  const wrong: number[] = [];
  for (let at = 0; at < widthAt(level, index, candidates.size); at += 1) {
    const range = [at * HASH_SIZE, (at + 1) * HASH_SIZE] as const;
    if (Buffer.compare(stored.subarray(...range), hashes.subarray(...range)) !== 0) wrong.push(at);
  }
  const detail = `hash ${wrong.slice(0, 10).join(', ')}${wrong.length > 10 ? ` and ${wrong.length - 10} more` : ''} of the tile is not the signed one`;
  const place = level === 0 ? { index: index * TILE_WIDTH + (wrong[0] ?? 0) } : {};
  findings.push({ kind: 'tile-altered', path: candidates.path(level, index), ...place, detail });
}

function firstOf<T>(values: Iterable<T>, holds: (value: T) => boolean): T | undefined {
  for (const value of values) if (holds(value)) return value;
  return undefined;
}

function key(level: number, index: number): string {
  return `${level}/${index}`;
}
