import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { edgeProblem, For } from '@hub/http-edge';
import { Controller, Get, Headers, Inject, type OnApplicationShutdown, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Heads } from '../log/heads.store.js';
import { Records } from '../log/records.store.js';
import type { AuditSettings } from '../settings.config.js';
import { startOfStream, streamEvent } from './answers.js';
import { StreamInput } from './record.input.js';

const PAGE = 200;
const HEARTBEAT_MS = 15_000;

/** The log as it grows, as Server-Sent Events: the id is the log index, so `Last-Event-ID` resumes exactly. */
@Controller('audit')
@For('auditor')
export class StreamController implements OnApplicationShutdown {
  private readonly shutdown = new AbortController();

  constructor(
    @Inject(Heads) private readonly heads: Heads,
    @Inject(Records) private readonly records: Records,
    @Inject('audit:settings') private readonly settings: AuditSettings,
  ) {}

  onApplicationShutdown(): void {
    this.shutdown.abort();
  }

  /** Ends after a minute unless set otherwise: whoever is still an auditor opens it again where it ended. */
  @Get('stream')
  async stream(
    @Query() { after }: StreamInput,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const start = startOfStream(lastEventId, after);
    if (start === undefined) throw edgeProblem('invalid-input', { reason: 'Last-Event-ID is a log index' });
    await this.heads.current(); // a database that is away is answered as such, before the stream begins
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 500\n\n');
    await this.send(response, start).catch(() => {});
    response.end();
  }

  private async send(response: ServerResponse, start: number): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const ended = AbortSignal.any([
      gone.signal,
      this.shutdown.signal,
      AbortSignal.timeout(this.settings.streamSeconds * 1000),
    ]);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for (let next = start; !ended.aborted; ) {
        const records = await this.records.list({}, next, PAGE);
        if (records.length === 0) await this.heads.change(ended);
        // A slow reader is waited for: what it has not taken stays in the database, not in memory.
        else if (!response.write(records.map(streamEvent).join(''))) await once(response, 'drain', { signal: ended });
        next = (records.at(-1)?.index ?? next - 1) + 1;
      }
    } finally {
      clearInterval(heartbeat);
    }
  }
}
