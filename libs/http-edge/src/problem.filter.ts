import { StorageUnavailable } from '@hub/event-store';
import { Transient } from '@hub/messaging';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { correlationOf } from './correlation.js';
import { edgeCodeFor, edgeProblem, Problem } from './problem.js';

/** Writes every error in the one format; what is not expected is logged with its reference. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const correlationId = correlationOf(request);
    const problem = problemOf(error);
    if (problem.body.status >= 500) {
      this.log.error({ correlationId, route: request.routeOptions?.url, err: error }, 'request failed');
    }
    if (reply.raw.headersSent) {
      reply.raw.destroy(); // a stream that had begun: the reader must see that it is cut
      return;
    }
    reply
      .status(problem.body.status)
      .headers({ ...problem.headers, 'content-type': 'application/problem+json; charset=utf-8' })
      .send(JSON.stringify({ ...problem.body, correlationId }));
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StorageUnavailable || error instanceof Transient) {
    return edgeProblem('unavailable', {}, { 'retry-after': '2' });
  }
  const { statusCode, message = '' } = (error ?? {}) as { statusCode?: number; message?: string };
  const status = error instanceof HttpException ? error.getStatus() : (statusCode ?? 500);
  // Fastify's own complaints about a body (not JSON, too large) name no value and help the caller.
  return edgeProblem(
    edgeCodeFor(status),
    status === 400 || status === 413 || status === 415 ? { reason: message } : {},
  );
}
