import { refuse } from '@hub/decider';
import { For } from '@hub/http-edge';
import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Heads } from '../log/heads.store.js';
import { type RecordFilter, Records } from '../log/records.store.js';
import { pageJson, recordJson } from './answers.js';
import { RecordsInput } from './record.input.js';

/** Most that one object's history, or one answer on gaps, spells out. */
const MANY = 1_000;

/** The records, for auditors only: not for those whose doings they show, security officers included. */
@Controller('audit')
@For('auditor')
export class RecordController {
  constructor(
    @Inject(Records) private readonly records: Records,
    @Inject(Heads) private readonly heads: Heads,
  ) {}

  @Get('records')
  @Header('content-type', 'application/json; charset=utf-8')
  async list(@Query() input: RecordsInput): Promise<string> {
    return pageJson(await this.records.list(filterOf(input), input.after + 1, input.limit), input.limit);
  }

  @Get('records/:index')
  async one(@Param('index') index: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const record = /^\d{1,15}$/.test(index) ? await this.records.at(Number(index)) : undefined;
    if (!record) return refuse('not-in-the-log', { what: index, size: (await this.heads.current()).size });
    void reply.header('content-type', 'application/json; charset=utf-8');
    return recordJson(record);
  }

  /** What happened to one object, in the order of the log. */
  @Get('objects/:type/:id')
  @Header('content-type', 'application/json; charset=utf-8')
  async history(@Param('type') objectType: string, @Param('id') objectId: string): Promise<string> {
    return pageJson(await this.records.list({ objectType, objectId }, 0, MANY), MANY);
  }

  /** Versions of objects of which the log has later ones only. */
  @Get('gaps')
  async gaps() {
    return { gaps: await this.records.gaps(MANY) };
  }
}

function filterOf({ actor, object, type, from, to }: RecordsInput): RecordFilter {
  const slash = object?.indexOf('/') ?? -1;
  return {
    actor,
    type,
    objectType: slash < 0 ? object : object?.slice(0, slash),
    objectId: slash < 0 ? undefined : object?.slice(slash + 1),
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}
