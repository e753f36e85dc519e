import { generateKeyPairSync } from 'node:crypto';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { encodeBundle } from './entry-bundle.js';
import { append, EMPTY_FRONTIER, type Frontier, rootOf } from './frontier.js';
import { leafHash } from './hash.js';
import { type Signer, signerFromPem } from './note-key.js';
import type { TileReader } from './proofs.js';
import { entriesPath, TILE_WIDTH, tilePath, widthAt } from './tile.js';
import type { LogFiles } from './verify/finding.js';

/** A log in memory: what a service keeps as rows, a test keeps in a map. */
export class StoredLog implements LogFiles, TileReader {
  readonly files = new Map<string, Uint8Array>();
  readonly entries: Uint8Array[] = [];
  private readonly newest = new Map<string, Uint8Array>();
  frontier: Frontier = EMPTY_FRONTIER;

  constructor(readonly signer: Signer = testSigner('hub.example/audit')) {}

  append(entries: readonly Uint8Array[]): this {
    const { frontier, tiles } = append(this.frontier, entries.map(leafHash));
    this.entries.push(...entries);
    this.frontier = frontier;
    for (const tile of tiles) {
      this.files.set(tilePath(tile), Buffer.from(tile.hashes));
      this.newest.set(`${tile.level}/${tile.index}`, tile.hashes);
    }
    const firstBundle = Math.floor((frontier.size - entries.length) / TILE_WIDTH);
    for (let index = firstBundle; index * TILE_WIDTH < frontier.size; index += 1) this.storeBundle(index);
    this.files.set('checkpoint', Buffer.from(this.sign()));
    return this;
  }

  head(): Checkpoint {
    return { origin: this.signer.name, size: this.frontier.size, root: rootOf(this.frontier), extensions: [] };
  }

  sign(): string {
    return signCheckpoint(this.head(), [this.signer]);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.files.get(path);
  }

  async readTiles(tiles: readonly { level: number; index: number; width: number }[]) {
    return tiles.map(({ level, index }) => this.newest.get(`${level}/${index}`));
  }

  private storeBundle(index: number): void {
    const width = widthAt(0, index, this.frontier.size);
    const first = index * TILE_WIDTH;
    this.files.set(entriesPath(index, width), encodeBundle(this.entries.slice(first, first + width)));
  }
}

export function testSigner(name: string): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signerFromPem(name, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
}

export function testEntries(count: number, from = 0): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`));
}
