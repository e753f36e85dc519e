import { decodeBundle } from '../entry-bundle.js';
import { HASH_SIZE, leafHash } from '../hash.js';
import { entriesPath, hashesAtLevel, levelsOf, TILE_WIDTH, tilePath, widthAt } from '../tile.js';
import type { Finding, LogFiles } from './finding.js';

/** The entries under one tile of level 0, as found. */
export interface ReadBundle {
  readonly path: string;
  /** Hashes the stored bytes recompute to, 32 bytes each, in stored order; empty when missing. */
  readonly hashes: Uint8Array;
  /** Entries there should be. */
  readonly width: number;
  /** False when the file is missing or ends inside an entry. */
  readonly complete: boolean;
}

/** Called with each entry as stored, to check what it says. `index` is its place. */
export type EntryVisitor = (entry: Uint8Array, index: number) => void;

/**
 * Reads and hashes every entry of a log of `size`.
 * Keeps 32 bytes an entry, so a log of ten million takes 320 MB.
 */
export async function readBundles(
  files: LogFiles,
  size: number,
  findings: Finding[],
  visit?: EntryVisitor,
): Promise<ReadBundle[]> {
  const bundles: ReadBundle[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = widthAt(0, index, size);
    const path = entriesPath(index, width);
    const bytes = await files.read(path);
    const first = index * TILE_WIDTH;
    if (bytes === undefined) {
      const detail = `the file of entries ${first} to ${first + width - 1} is missing`;
      findings.push({ kind: 'entries-missing', path, index: first, lastIndex: first + width - 1, detail });
      bundles.push({ path, hashes: new Uint8Array(0), width, complete: false });
      continue;
    }
    const { entries, complete } = decodeBundle(bytes);
    const hashes = Buffer.allocUnsafe(entries.length * HASH_SIZE);
    entries.forEach((entry, at) => {
      hashes.set(leafHash(entry), at * HASH_SIZE);
      visit?.(entry, first + at);
    });
    if (!complete) {
      const detail = `the file breaks off inside entry ${first + entries.length}`;
      findings.push({ kind: 'entries-truncated', path, index: first + entries.length, detail });
    }
    bundles.push({ path, hashes, width, complete });
  }
  return bundles;
}

/** The hash tiles of a log, by path; those missing or of another length are undefined, and reported. */
export async function readTiles(
  files: LogFiles,
  size: number,
  findings: Finding[],
): Promise<Map<string, Uint8Array | undefined>> {
  const tiles = new Map<string, Uint8Array | undefined>();
  for (let level = 0; level < levelsOf(size); level += 1) {
    for (let index = 0; index * TILE_WIDTH < hashesAtLevel(level, size); index += 1) {
      const width = widthAt(level, index, size);
      const path = tilePath({ level, index, width });
      const bytes = await files.read(path);
      const whole = bytes?.length === width * HASH_SIZE;
      tiles.set(path, whole ? bytes : undefined);
      if (bytes === undefined) findings.push({ kind: 'tile-missing', path, detail: 'the tile is missing' });
      else if (!whole) {
        const detail = `the tile holds ${bytes.length} bytes instead of ${width * HASH_SIZE}`;
        findings.push({ kind: 'tile-truncated', path, detail });
      }
    }
  }
  return tiles;
}
