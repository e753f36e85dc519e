import { emptyRoot, HASH_SIZE, nodeHash } from './hash.js';
import { completeNodes } from './ranges.js';
import { edgeTiles, nodeInTile, TILE_HEIGHT, TILE_WIDTH, type Tile, tileOfNode } from './tile.js';
import { TlogError } from './tlog-error.js';

/**
 * All that an appender must know of a tree: its right edge. A value: appending
 * gives a new one, so a transaction that fails leaves the old one untouched.
 */
export interface Frontier {
  /** Entries in the tree. */
  readonly size: number;
  /** Roots of the complete subtrees that make up the tree, left to right; one for each 1 bit of `size`. */
  readonly peaks: readonly Uint8Array[];
  /** Hashes of the partial tile of each level (empty where the last tile is full), level 0 first. */
  readonly edge: readonly Uint8Array[];
}

/** A tile as it stands after an append: replace what is stored under (level, index). */
export interface WrittenTile extends Tile {
  /** width × 32 bytes */
  readonly hashes: Uint8Array;
}

export interface Appended {
  readonly frontier: Frontier;
  /** Each tile at most once, in its last state. */
  readonly tiles: readonly WrittenTile[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [], edge: [] };

/** Root of the tree, 32 bytes, in at most log2(size) hashes. */
export function rootOf(frontier: Frontier): Buffer {
  const { peaks } = frontier;
  if (peaks.length === 0) return emptyRoot();
  return Buffer.from(peaks.reduceRight((right, left) => nodeHash(left, right)));
}

/**
 * Rebuilds the edge of a stored tree, when a process starts.
 *
 * @param size entries in the tree
 * @param hashesOf the bytes of each of `edgeTiles(size)`, in that order
 * @throws TlogError `malformed-tile` when a tile has another width
 */
export function loadFrontier(size: number, hashesOf: readonly Uint8Array[]): Frontier {
  const edge: Uint8Array[] = [];
  edgeTiles(size).forEach((tile, at) => {
    const hashes = hashesOf[at];
    if (hashes?.length !== tile.width * HASH_SIZE) {
      throw new TlogError('malformed-tile', `tile ${tile.level}/${tile.index} must hold ${tile.width} hashes`);
    }
    edge[tile.level] = hashes;
  });
  for (let level = 0; level < edge.length; level += 1) edge[level] ??= new Uint8Array(0);
  const peaks = completeNodes({ start: 0, end: size }).map((node) =>
    nodeInTile(node, edge[tileOfNode(node, size).level] ?? new Uint8Array(0)),
  );
  return { size, peaks, edge };
}

/**
 * Appends leaves. Costs two hashes a leaf, the leaf's own included.
 *
 * @param leaves leaf hashes, 32 bytes each, in order
 * @returns the new edge, and every tile that changed
 */
export function append(frontier: Frontier, leaves: Iterable<Uint8Array>): Appended {
  const tiles = new OpenTiles(frontier);
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    tiles.push(0, leaf);
    let hash = leaf;
    let height = 0;
    // Like a binary counter: each trailing 1 bit of the size is a complete
    // subtree that the new one completes to the next height.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeHash(peaks.pop() as Uint8Array, hash);
      height += 1;
      if (height % TILE_HEIGHT === 0) tiles.push(height / TILE_HEIGHT, hash);
    }
    peaks.push(hash);
    size += 1;
  }
  return { frontier: { size, peaks, edge: tiles.edge() }, tiles: tiles.written };
}

/** The tiles being filled, one a level. */
class OpenTiles {
  readonly written: WrittenTile[] = [];
  private readonly open: { index: number; width: number; hashes: Buffer; changed: boolean }[] = [];

  constructor(frontier: Frontier) {
    frontier.edge.forEach((hashes, level) => {
      const index = Math.floor(frontier.size / TILE_WIDTH ** (level + 1));
      const tile = { index, width: hashes.length / HASH_SIZE, hashes: newTile(), changed: false };
      tile.hashes.set(hashes);
      this.open[level] = tile;
    });
  }

  push(level: number, hash: Uint8Array): void {
    this.open[level] ??= { index: 0, width: 0, hashes: newTile(), changed: false };
    const tile = this.open[level];
    if (hash.length !== HASH_SIZE) throw new TlogError('not-a-hash', `a leaf hash is 32 bytes, not ${hash.length}`);
    tile.hashes.set(hash, tile.width * HASH_SIZE);
    tile.width += 1;
    tile.changed = true;
    if (tile.width === TILE_WIDTH) {
      this.written.push({ level, index: tile.index, width: TILE_WIDTH, hashes: tile.hashes });
      this.open[level] = { index: tile.index + 1, width: 0, hashes: newTile(), changed: false };
    }
  }

  /** Closes: adds the partial tiles to what was written and returns them by level. */
  edge(): Uint8Array[] {
    return this.open.map((tile, level) => {
      const hashes = tile.hashes.subarray(0, tile.width * HASH_SIZE);
      if (tile.changed) this.written.push({ level, index: tile.index, width: tile.width, hashes });
      return hashes;
    });
  }
}

function newTile(): Buffer {
  return Buffer.allocUnsafe(TILE_WIDTH * HASH_SIZE);
}
