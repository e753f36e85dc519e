import { refuse } from '@hub/decider';
import { For } from '@hub/http-edge';
import { consistencyProof, formatProof, inclusionProof, leafHash } from '@hub/tlog';
import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Heads } from '../log/heads.store.js';
import { Records } from '../log/records.store.js';
import { Tiles } from '../log/tiles.store.js';
import { ConsistencyInput, KeptHeadsInput } from './record.input.js';

/** Proofs that verify without us: with the public key, offline. */
@Controller('audit')
@For('auditor')
export class ProofController {
  constructor(
    @Inject(Heads) private readonly heads: Heads,
    @Inject(Tiles) private readonly tiles: Tiles,
    @Inject(Records) private readonly records: Records,
  ) {}

  /**
   * That a record is in the log, by its index or its event's id. As `text/plain` a C2SP tlog-proof with the entry
   * as its extra data, so that the file alone verifies; as JSON otherwise.
   */
  @Get('proofs/:which')
  async proof(
    @Param('which') which: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const record = /^\d{1,15}$/.test(which) ? await this.records.at(Number(which)) : await this.records.ofEvent(which);
    // Read after the record: whatever is committed then is covered by the head signed now.
    const { size, note } = await this.heads.current();
    if (!record) return refuse('not-in-the-log', { what: which, size });
    const { index, entry } = record;
    const hashes = await inclusionProof(index, size, this.tiles);
    if (/text\/plain/.test(accept ?? '')) {
      void reply.header('content-type', 'text/plain; charset=utf-8');
      return formatProof({ index, hashes, checkpoint: note, extra: entry });
    }
    return {
      index,
      size,
      leafHash: leafHash(entry).toString('base64'),
      hashes: hashes.map((hash) => hash.toString('base64')),
      checkpoint: note,
      entry: entry.toString('base64'),
    };
  }

  /** That the log of `from` records is the beginning of that of `to`. */
  @Get('consistency')
  async consistency(@Query() { from, to }: ConsistencyInput) {
    const { size } = await this.heads.current();
    if (from < 1 || from > to || to > size) return refuse('sizes-out-of-range', { size });
    const hashes = await consistencyProof(from, to, this.tiles);
    return { from, to, hashes: hashes.map((hash) => hash.toString('base64')) };
  }

  /** Heads signed earlier, one a tile at most: where a rewritten log departs from what was once signed. */
  @Get('checkpoints')
  async keptHeads(@Query() { after, limit }: KeptHeadsInput) {
    return { checkpoints: await this.heads.kept(after, limit) };
  }
}
