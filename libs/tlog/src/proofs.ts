import { emptyRoot, HASH_SIZE, nodeHash } from './hash.js';
import { completeNodes, consistencyRanges, inclusionRanges, type Range } from './ranges.js';
import { nodeInTile, type Tile, tileOfNode, tilePath } from './tile.js';
import { assertCount, TlogError } from './tlog-error.js';

/** Where tiles are kept: files, rows, another log over HTTP. */
export interface TileReader {
  /**
   * Reads tiles in the order asked. A store that keeps only the newest state
   * of a tile may answer with more hashes than `width`: what was appended
   * later stands behind, and is ignored. A missing tile is undefined.
   */
  readTiles(tiles: readonly Tile[]): Promise<readonly (Uint8Array | undefined)[]>;
}

/**
 * Root of the tree as it was at `size`.
 *
 * @throws TlogError `missing-tile`, `malformed-tile`
 */
export async function rootAt(size: number, reader: TileReader): Promise<Buffer> {
  assertCount(size, 'size');
  if (size === 0) return emptyRoot();
  const [root] = await rootsOf([{ start: 0, end: size }], size, reader);
  return root as Buffer;
}

/**
 * Audit path of entry `index` in the tree of `size` entries, sibling of the
 * leaf first (RFC 6962 section 2.1.1). 32-byte hashes.
 *
 * @throws TlogError `out-of-range` unless index < size, `missing-tile`
 */
export async function inclusionProof(index: number, size: number, reader: TileReader): Promise<Buffer[]> {
  return rootsOf(inclusionRanges(index, size), size, reader);
}

/**
 * Proof that the tree of `from` entries is the beginning of that of `to`
 * (RFC 6962 section 2.1.2). 32-byte hashes; none when both are the same.
 *
 * @throws TlogError `out-of-range` unless 1 ≤ from ≤ to, `missing-tile`
 */
export async function consistencyProof(from: number, to: number, reader: TileReader): Promise<Buffer[]> {
  return rootsOf(consistencyRanges(from, to), to, reader);
}

async function rootsOf(ranges: readonly Range[], size: number, reader: TileReader): Promise<Buffer[]> {
  const nodesOf = ranges.map(completeNodes);
  const wanted = new Map<string, Tile>();
  for (const node of nodesOf.flat()) {
    const tile = tileOfNode(node, size);
    wanted.set(tilePath(tile), tile);
  }
  const hashes = await readAll([...wanted.values()], reader);
  return nodesOf.map((nodes) =>
    nodes
      .map((node) => nodeInTile(node, hashes.get(tilePath(tileOfNode(node, size))) as Uint8Array))
      .reduceRight((right, left) => nodeHash(left, right)),
  );
}

async function readAll(tiles: readonly Tile[], reader: TileReader): Promise<Map<string, Uint8Array>> {
  const read = await reader.readTiles(tiles);
  return new Map(
    tiles.map((tile, at) => {
      const hashes = read[at];
      if (hashes === undefined) throw new TlogError('missing-tile', `${tilePath(tile)} is missing`);
      if (hashes.length < tile.width * HASH_SIZE) {
        throw new TlogError('malformed-tile', `${tilePath(tile)} must hold ${tile.width} hashes`);
      }
      return [tilePath(tile), hashes];
    }),
  );
}
