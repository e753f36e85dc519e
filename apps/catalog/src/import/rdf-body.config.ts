import type { ServiceDefinition } from '@hub/http-edge';

type App = Parameters<NonNullable<ServiceDefinition['configure']>>[0];
type Done = (error: Error | null, body: unknown) => void;

/** Lets RDF bodies in as bytes: their encoding is read from them. */
export function takeRdf(app: App): void {
  const types = ['text/turtle', 'application/x-turtle', 'application/ld+json'];
  const asBytes = (_request: unknown, body: unknown, done: Done) => done(null, body);
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(types, { parseAs: 'buffer' }, asBytes as never);
}
