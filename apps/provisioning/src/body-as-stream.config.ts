import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Files arrive as streams: nothing of a delivery is ever held in memory as a whole. */
export function bodyAsStream(app: NestFastifyApplication): void {
  const types = ['application/octet-stream', 'text/csv', 'application/vnd.apache.parquet'];
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(types, (_request, payload, done) => done(null, payload));
}
