import type { Database } from '@hub/event-store';
import type { Tile, TileReader } from '@hub/tlog';

/** Reads tiles from their rows. A row holds the tile's newest state: a narrower one is its beginning. */
export class Tiles implements TileReader {
  constructor(private readonly database: Database) {}

  async readTiles(tiles: readonly Tile[]): Promise<(Uint8Array | undefined)[]> {
    const { rows } = await this.database.query<{ n: string; hashes: Buffer }>(
      'audit_tiles',
      `SELECT e.n, t.hashes FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS e(level, index, n)
       JOIN tile t ON t.level = e.level AND t.index = e.index`,
      [tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
    );
    const found: (Uint8Array | undefined)[] = tiles.map(() => undefined);
    for (const { n, hashes } of rows) found[Number(n) - 1] = hashes;
    return found;
  }
}
