import type { ServerResponse } from 'node:http';
import { edgeProblem, type Problem } from '@hub/http-edge';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { type AnswerContext, answerHeaders } from '../edge/headers.js';

/** Writes a service's answer to the caller as it comes, no faster than the caller reads. */
export class AnswerPipe implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;

  constructor(
    private readonly answer: ServerResponse,
    private readonly context: AnswerContext,
    private readonly service: string,
    private readonly log: Logger,
  ) {
    answer.once('close', () => {
      if (!answer.writableFinished) this.controller?.abort(new CallerGone());
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.answer.destroyed) controller.abort(new CallerGone());
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void {
    if (status < 200) return; // interim answers concern one connection only
    this.answer.writeHead(status, answerHeaders(headers, this.context));
    // The reader of a stream of events sees at once that it is open.
    if (headers['content-length'] === undefined) this.answer.flushHeaders();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.answer.write(chunk)) return;
    controller.pause();
    this.answer.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    this.answer.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (error instanceof CallerGone || this.answer.destroyed) return;
    this.log.warn({ service: this.service, correlationId: this.context.correlationId, error: error.message }, 'a service did not answer');
    if (this.answer.headersSent) {
      this.answer.destroy(); // the reader must see that the answer is cut
      return;
    }
    const { body, headers } = problemFor(error, this.service);
    const about = answerHeaders({ ...headers, 'content-type': 'application/problem+json; charset=utf-8' }, this.context);
    this.answer.writeHead(body.status, about).end(JSON.stringify({ ...body, correlationId: this.context.correlationId }));
  }
}

class CallerGone extends Error {}

/** 503 when the service is not there, 504 when it is and takes too long; the same code, since the remedy is the same. */
function problemFor(error: Error, service: string): Pick<Problem, 'body' | 'headers'> {
  const { body, headers } = edgeProblem('unavailable', { missing: [service] }, { 'retry-after': '2' });
  const late = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'].includes((error as { code?: string }).code ?? '');
  return { headers, body: late ? { ...body, status: 504 } : body };
}
