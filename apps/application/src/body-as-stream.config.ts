import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Files arrive as streams: nothing of an attachment is ever held in memory as a whole. */
export function bodyAsStream(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}
