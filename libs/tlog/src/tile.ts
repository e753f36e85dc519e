import { HASH_SIZE, rootOfHashes } from './hash.js';
import type { Node } from './ranges.js';
import { assertCount, TlogError } from './tlog-error.js';

/** Hashes in a full tile (C2SP tlog-tiles): a tile is a subtree of height 8. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/**
 * A place in the tiled tree. Level 0 holds leaf hashes; each hash of level
 * l + 1 is the root of a full tile of level l. `width` is 1 to 256.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Hash tiles, or bundles of the entries themselves. */
export type TilePath = ({ kind: 'tile' } & Tile) | { kind: 'entries'; index: number; width: number };

/** `tile/0/x001/x234/067`, with `.p/112` behind it when partial. */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${indexPath(index)}${partialSuffix(width)}`;
}

/** `tile/entries/x001/x234/067.p/112`: the entries under a tile of level 0. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partialSuffix(width)}`;
}

/**
 * Reads a path back; the inverse of {@link tilePath} and {@link entriesPath}.
 *
 * @returns undefined for anything that is not exactly such a path, such as
 *   another number of zeroes: one resource has one name
 */
export function parseTilePath(path: string): TilePath | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return undefined;
  const index = Number(match[2]?.replaceAll(/[x/]/g, ''));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  if (!Number.isSafeInteger(index) || width < 1 || width > TILE_WIDTH) return undefined;
  const parsed: TilePath =
    match[1] === 'entries'
      ? { kind: 'entries', index, width }
      : { kind: 'tile', level: Number(match[1]), index, width };
  if (parsed.kind === 'tile' && parsed.level > 63) return undefined;
  const canonical = parsed.kind === 'tile' ? tilePath(parsed) : entriesPath(index, width);
  return canonical === path ? parsed : undefined;
}

/** Hashes stored at a level of a tree of `size`: one for each complete subtree of 256^level entries. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Levels that hold at least one hash in a tree of `size` entries. */
export function levelsOf(size: number): number {
  let levels = 0;
  while (hashesAtLevel(levels, size) > 0) levels += 1;
  return levels;
}

/** Hashes in tile `index` of a level, 0 to 256, in a tree of `size` entries. */
export function widthAt(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAtLevel(level, size) - index * TILE_WIDTH));
}

/** The partial tiles at the right edge of a tree, lowest level first; levels whose last tile is full have none. */
export function edgeTiles(size: number): Tile[] {
  assertCount(size, 'size');
  const tiles: Tile[] = [];
  for (let level = 0; level < levelsOf(size); level += 1) {
    const hashes = hashesAtLevel(level, size);
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return tiles;
}

/** The tile that holds what a complete subtree's hash is computed from, in a tree of `size` entries. */
export function tileOfNode(node: Node, size: number): Tile {
  const level = Math.floor(node.height / TILE_HEIGHT);
  const first = node.index * 2 ** (node.height % TILE_HEIGHT);
  const index = Math.floor(first / TILE_WIDTH);
  return { level, index, width: widthAt(level, index, size) };
}

/** The hash of a complete subtree from the bytes of its tile ({@link tileOfNode}). */
export function nodeInTile(node: Node, hashes: Uint8Array): Buffer {
  const count = 2 ** (node.height % TILE_HEIGHT);
  const first = (node.index * count) % TILE_WIDTH;
  const part = hashes.subarray(first * HASH_SIZE, (first + count) * HASH_SIZE);
  if (part.length !== count * HASH_SIZE) throw new TlogError('malformed-tile', 'the tile is shorter than its width');
  return rootOfHashes(part);
}

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

function partialSuffix(width: number): string {
  return width === TILE_WIDTH ? '' : `.p/${width}`;
}
