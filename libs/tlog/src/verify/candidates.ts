import { HASH_SIZE, rootOfHashes } from '../hash.js';
import { TILE_WIDTH, tilePath, widthAt } from '../tile.js';
import type { ReadBundle } from './read-log.js';

type Source = 'entries' | 'tiles';

/**
 * What a tile may have been before anybody touched the log: as stored, as its
 * entries recompute it, or as the stored tiles below recompute it. Whichever
 * leads to the signed root is the true one, and the others were altered.
 */
export class Candidates {
  private readonly computed = new Map<string, Uint8Array | undefined>();

  constructor(
    readonly size: number,
    private readonly bundles: readonly ReadBundle[],
    private readonly tiles: ReadonlyMap<string, Uint8Array | undefined>,
  ) {}

  /** The stored tile, undefined when missing or of a wrong length. */
  stored(level: number, index: number): Uint8Array | undefined {
    return this.tiles.get(this.path(level, index));
  }

  /** The possibilities, the stored one first; the others are computed only when asked for. */
  *of(level: number, index: number): Generator<Uint8Array> {
    const stored = this.stored(level, index);
    if (stored) yield stored;
    const entries = this.rebuilt('entries', level, index);
    if (entries) yield entries;
    const tiles = level > 0 && this.rebuilt('tiles', level, index);
    if (tiles) yield tiles;
  }

  path(level: number, index: number): string {
    return tilePath({ level, index, width: widthAt(level, index, this.size) });
  }

  private rebuilt(from: Source, level: number, index: number): Uint8Array | undefined {
    if (level === 0) return from === 'entries' ? this.fromEntries(index) : this.stored(0, index);
    const key = `${from} ${level} ${index}`;
    if (!this.computed.has(key)) this.computed.set(key, this.fromBelow(from, level, index));
    return this.computed.get(key);
  }

  /** Where a level below lacks what is asked for, the other source stands in. */
  private fromBelow(from: Source, level: number, index: number): Uint8Array | undefined {
    const width = widthAt(level, index, this.size);
    const hashes = Buffer.alloc(width * HASH_SIZE);
    for (let at = 0; at < width; at += 1) {
      const child = index * TILE_WIDTH + at;
      const other = from === 'entries' ? 'tiles' : 'entries';
      const below = this.rebuilt(from, level - 1, child) ?? this.rebuilt(other, level - 1, child);
      if (below === undefined) return undefined;
      hashes.set(rootOfHashes(below), at * HASH_SIZE);
    }
    return hashes;
  }

  private fromEntries(index: number): Uint8Array | undefined {
    const bundle = this.bundles[index];
    return bundle?.complete && bundle.hashes.length === bundle.width * HASH_SIZE ? bundle.hashes : undefined;
  }
}
