import { isRefusal, refuse } from '@hub/decider';
import { For, Public } from '@hub/http-edge';
import {
  encodeBundle,
  formatVerifierKey,
  HASH_SIZE,
  parseTilePath,
  TILE_WIDTH,
  type TilePath,
  widthAt,
} from '@hub/tlog';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RecordEveryEvent } from '../consume/record-every-event.consumer.js';
import { Heads } from '../log/heads.store.js';
import { Records } from '../log/records.store.js';
import { Tiles } from '../log/tiles.store.js';
import type { AuditSettings } from '../settings.config.js';

/** What an address never says twice differently may be kept for a year. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The log as C2SP tlog-tiles serves it. Hashes are for everybody, so that anybody can witness; entries are not. */
@Controller('audit')
export class LogController {
  constructor(
    @Inject(Heads) private readonly heads: Heads,
    @Inject(Tiles) private readonly tiles: Tiles,
    @Inject(Records) private readonly records: Records,
    @Inject(RecordEveryEvent) private readonly recording: RecordEveryEvent,
    @Inject('audit:settings') private readonly settings: AuditSettings,
  ) {}

  /** The verifier key, `name+hash+base64`. Keep a copy where the hub's operator cannot change it. */
  @Get('key')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  key(): string {
    return `${formatVerifierKey(this.settings.signer)}\n`;
  }

  @Get('checkpoint')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async checkpoint(): Promise<string> {
    return (await this.heads.current()).note;
  }

  /** How far the log is, and how many messages wait to be recorded. */
  @Get('status')
  @Public()
  async status() {
    const { size, counts } = await this.heads.current();
    return { size, counts, behind: this.recording.behind };
  }

  @Get('tile/entries/*')
  @For('auditor')
  async entries(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { size } = await this.heads.current();
    const tile = parseTilePath(`tile/entries/${path}`);
    if (!tile || tile.width > widthAt(0, tile.index, size)) return refuse('no-such-tile', { size });
    const first = tile.index * TILE_WIDTH;
    const records = await this.records.range(first, first + tile.width);
    return this.bytes(reply, 'private, no-cache', encodeBundle(records.map(({ entry }) => entry)));
  }

  @Get('tile/*')
  @Public()
  async tile(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { size } = await this.heads.current();
    const tile = parseTilePath(`tile/${path}`);
    const hashes = await this.hashesOf(tile, size);
    return isRefusal(hashes) ? hashes : this.bytes(reply, IMMUTABLE, hashes);
  }

  private async hashesOf(tile: TilePath | undefined, size: number) {
    if (tile?.kind !== 'tile' || tile.width > widthAt(tile.level, tile.index, size))
      return refuse('no-such-tile', { size });
    const [hashes] = await this.tiles.readTiles([tile]);
    if (hashes === undefined || hashes.length < tile.width * HASH_SIZE) return refuse('no-such-tile', { size });
    return hashes.subarray(0, tile.width * HASH_SIZE);
  }

  private bytes(reply: FastifyReply, caching: string, bytes: Uint8Array): Buffer {
    void reply.header('content-type', 'application/octet-stream').header('cache-control', caching);
    return Buffer.from(bytes);
  }
}
