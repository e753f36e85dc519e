import { append, EMPTY_FRONTIER, loadFrontier, rootOf } from './frontier.js';
import { leafHash } from './hash.js';
import { NaiveTree } from './naive-tree.fixture.js';
import { rootAt } from './proofs.js';
import { StoredLog, testEntries } from './stored-log.fixture.js';
import { edgeTiles, entriesPath, parseTilePath, tilePath } from './tile.js';

describe('tile paths', () => {
  it('writes indexes in groups of three digits', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 17 })).toBe('tile/2/000.p/17');
    expect(entriesPath(1000, 256)).toBe('tile/entries/x001/000');
    expect(entriesPath(999, 1)).toBe('tile/entries/999.p/1');
  });

  it('reads back what it writes', () => {
    for (const index of [0, 7, 999, 1000, 1_234_067, 999_999_999]) {
      for (const width of [1, 255, 256]) {
        expect(parseTilePath(tilePath({ level: 3, index, width }))).toEqual({ kind: 'tile', level: 3, index, width });
        expect(parseTilePath(entriesPath(index, width))).toEqual({ kind: 'entries', index, width });
      }
    }
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/../000',
    'tile/entries/000/',
    'tile/-1/000',
    '',
  ])('does not take %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it("names the partial tiles of the specification's example", () => {
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(edgeTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }]);
  });
});

describe('appending', () => {
  it('gives the naive root at every size, one by one, and the old roots stay readable', async () => {
    const entries = testEntries(300);
    const naive = new NaiveTree(entries);
    const log = new StoredLog();
    for (let size = 0; size < 300; size += 1) {
      expect(rootOf(log.frontier)).toEqual(naive.root(size));
      log.append(entries.slice(size, size + 1));
    }
    for (let size = 0; size <= 300; size += 1) {
      expect(await rootAt(size, log)).toEqual(naive.root(size));
    }
  });

  it('is the same in whatever batches, and after reloading the edge from its tiles', async () => {
    const entries = testEntries(70_000);
    const leaves = entries.map(leafHash);
    const whole = append(EMPTY_FRONTIER, leaves);
    let frontier = EMPTY_FRONTIER;
    const tiles = new Map<string, Uint8Array>();
    for (let at = 0; at < leaves.length; at += 331) {
      const step = append(frontier, leaves.slice(at, at + 331));
      for (const tile of step.tiles) tiles.set(tilePath(tile), Buffer.from(tile.hashes));
      const size = step.frontier.size;
      frontier = loadFrontier(
        size,
        edgeTiles(size).map((tile) => tiles.get(tilePath(tile)) as Uint8Array),
      );
    }
    expect(rootOf(frontier)).toEqual(rootOf(whole.frontier));
    expect(rootOf(frontier)).toEqual(new NaiveTree(entries).root(entries.length));
    for (const tile of whole.tiles)
      expect(Buffer.compare(tiles.get(tilePath(tile)) as Uint8Array, tile.hashes)).toBe(0);
  });

  it('leaves the old frontier as it was: a failed transaction can start again', () => {
    const before = append(EMPTY_FRONTIER, testEntries(255).map(leafHash)).frontier;
    const root = rootOf(before);
    append(before, testEntries(600, 1000).map(leafHash));
    expect(rootOf(before)).toEqual(root);
    const again = append(before, testEntries(45, 255).map(leafHash)).frontier;
    expect(rootOf(again)).toEqual(new NaiveTree(testEntries(300)).root(300));
  });

  it('refuses an edge whose tiles have another width', () => {
    expect(() => loadFrontier(300, [Buffer.alloc(32 * 43), Buffer.alloc(32)])).toThrow(
      expect.objectContaining({ code: 'malformed-tile' }),
    );
    expect(() => loadFrontier(3, [])).toThrow(expect.objectContaining({ code: 'malformed-tile' }));
  });
});
