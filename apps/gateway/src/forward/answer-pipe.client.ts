import type { ServerResponse } from 'node:http';
import { edgeProblem, type Problem } from '@hub/http-edge';
import type { Log } from '@hub/messaging';
import type { Dispatcher } from 'undici';
import { type AnswerContext, answerHeaders } from '../edge/headers.js';

/**
 * Up to here an answer is sent whole: head and body in one string are one plain write, which costs the hot path
 * a third less than a head and a buffer do.
 */
const smallBytes = 16 * 1024;

/** Writes a service's answer to the caller as it comes, no faster than the caller reads. */
export class AnswerPipe implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  /** What has come of a small answer; none for others, which are passed on piece by piece. */
  private small: string | undefined;

  constructor(
    private readonly answer: ServerResponse,
    private readonly context: AnswerContext,
    private readonly service: string,
    private readonly log: Log,
  ) {
    answer.once('close', () => {
      if (!answer.writableFinished) this.controller?.abort(new CallerGone());
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.answer.destroyed) controller.abort(new CallerGone());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return; // interim answers concern one connection only
    this.answer.writeHead(status, answerHeaders(headers, this.context));
    const { 'content-length': length } = headers;
    if (length === undefined)
      this.answer.flushHeaders(); // the reader of a stream of events sees that it is open
    else if (Number(length) <= smallBytes) this.small = '';
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.small !== undefined) {
      this.small += chunk.toString('latin1'); // byte for byte, whatever the bytes mean
      return;
    }
    if (this.answer.write(chunk)) return;
    controller.pause();
    this.answer.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    if (this.small) this.answer.end(this.small, 'latin1');
    else this.answer.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (error instanceof CallerGone || this.answer.destroyed) return;
    this.log.warn(
      { service: this.service, correlationId: this.context.correlationId, error: error.message },
      'a service did not answer',
    );
    if (this.answer.headersSent) {
      this.answer.destroy(); // the reader must see that the answer is cut
      return;
    }
    const { body, headers } = problemFor(error, this.service);
    const about = answerHeaders(
      { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
      this.context,
    );
    this.answer
      .writeHead(body.status, about)
      .end(JSON.stringify({ ...body, correlationId: this.context.correlationId }));
  }
}

class CallerGone extends Error {}

/** 503 when the service is not there, 504 when it is and takes too long; the same code, since the remedy is the same. */
function problemFor(error: Error, service: string): Pick<Problem, 'body' | 'headers'> {
  const { body, headers } = edgeProblem('unavailable', { missing: [service] }, { 'retry-after': '2' });
  const late = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'].includes((error as { code?: string }).code ?? '');
  return { headers, body: late ? { ...body, status: 504 } : body };
}
