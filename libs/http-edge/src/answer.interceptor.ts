import { type Explanations, isRefusal } from '@hub/decider';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { refusalProblem } from './problem.js';

/** Turns a refusal into its problem, and puts a versioned answer's version into the ETag. */
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly explanations: Explanations<string>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    return next.handle().pipe(
      map((value: unknown) => {
        if (isRefusal(value)) throw refusalProblem(value, this.explanations);
        const version = (value as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number')
          context.switchToHttp().getResponse<FastifyReply>().header('etag', `"${version}"`);
        return value;
      }),
    );
  }
}
