import { type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, correlationOf } from '@hub/http-edge';
import { Controller, Get, Headers, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passedBy } from '../edge/gate.client.js';
import { answerHeaders } from '../edge/headers.js';
import { DossierListInput } from './dossier.input.js';
import { DossierStore, type KnownDossier } from './dossier.store.js';
import { LiveDossiers } from './live-dossiers.client.js';

@ApiTags('dossiers')
@Controller('dossiers')
export class DossierController {
  constructor(
    @Inject(DossierStore) private readonly dossiers: DossierStore,
    @Inject(LiveDossiers) private readonly live: LiveDossiers,
  ) {}

  /** The dossiers that I may see, the last changed first. */
  @Get()
  async list(@Caller() caller: Person, @Query() { limit, before }: DossierListInput) {
    const found = await this.dossiers.list(caller, { limit, before });
    return { items: found.map(summary) };
  }

  /** One dossier with its timeline. */
  @Get(':applicationId')
  async one(@Caller() caller: Person, @Param('applicationId') applicationId: string) {
    const known = await this.dossiers.find(applicationId, caller);
    if (!known) return refuse('not-found');
    return {
      ...summary(known),
      team: known.dossier.team,
      timeline: await this.dossiers.entriesAfter(applicationId, 0),
    };
  }

  /**
   * New entries as they come (server-sent events). The id of an event is the entry's number: after a break,
   * `Last-Event-ID` goes on exactly there.
   */
  @Get(':applicationId/stream')
  async stream(
    @Caller() caller: Person,
    @Param('applicationId') applicationId: string,
    @Headers('last-event-id') last: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!(await this.dossiers.find(applicationId, caller))) return refuse('not-found');
    const { cors, renew } = passedBy(request);
    reply.hijack();
    const about = { correlationId: correlationOf(request), signedIn: true, cors };
    reply.raw.writeHead(
      200,
      answerHeaders({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }, about),
    );
    this.live.follow({
      applicationId,
      viewer: caller,
      after: Number(last?.match(/^\d{1,9}$/)?.[0] ?? 0),
      renew,
      out: reply.raw,
    });
    return undefined;
  }
}

const summary = ({ dossier, entries, updatedAt }: KnownDossier) => ({
  applicationId: dossier.applicationId,
  procedure: dossier.procedure,
  status: dossier.status,
  subStatus: dossier.subStatus,
  leadId: dossier.leadId,
  organisationId: dossier.organisationId,
  caseId: dossier.caseId,
  permit: dossier.permit,
  workspaces: dossier.workspaces,
  due: Object.entries(dossier.due).map(([clock, dueAt]) => ({ clock, dueAt })),
  lastEntry: entries,
  updatedAt,
});
