import { Database, outboxBacklog } from '@hub/event-store';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from './identity.guard.js';
import { Readiness } from './readiness.js';

@ApiExcludeController()
@Controller('health')
@Public()
export class HealthController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Database) private readonly database: Database,
    @Inject('hub:service') private readonly service: string,
  ) {}

  /** The process answers: nothing more. */
  @Get('live')
  live() {
    return { service: this.service, status: 'live' };
  }

  /**
   * Ready only when everything that the service needs is there; otherwise 503, naming what is missing. Says as well
   * how many announcements wait for the broker, and for how many milliseconds the oldest has: null if nobody can tell.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const missing = await this.readiness.missing();
    if (missing.length > 0) reply.status(503);
    const announcements = await outboxBacklog(this.database).catch(() => null);
    return { service: this.service, status: missing.length > 0 ? 'not-ready' : 'ready', missing, announcements };
  }
}
