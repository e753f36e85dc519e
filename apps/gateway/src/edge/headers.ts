import type { IncomingHttpHeaders } from 'node:http';

/** What a service gets to see of a request. Anything else could claim an identity or steer a proxy. */
const passedOn = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization', // the hub token by now, never the outside one
  'content-digest',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'last-event-id',
  'prefer',
  'range',
  'traceparent',
  'tracestate',
] as const;

/** Headers of one connection (RFC 9110, 7.6.1), which end at the gateway. */
const ofOneConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'server',
]);

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const security = Object.entries(securityHeaders).flat();

/** The headers of the request to the service, name after value. */
export function requestHeaders(given: IncomingHttpHeaders, correlationId: string): string[] {
  const headers: string[] = ['x-correlation-id', correlationId];
  for (const name of passedOn) {
    const value = given[name];
    if (typeof value === 'string') headers.push(name, value);
  }
  return headers;
}

export interface AnswerContext {
  readonly correlationId: string;
  readonly signedIn: boolean;
  readonly cors: readonly string[];
}

/** The headers of the answer to the caller, name after value. */
export function answerHeaders(
  given: Readonly<Record<string, string | string[] | undefined>>,
  about: AnswerContext,
): string[] {
  const headers = [...security, ...about.cors, 'x-correlation-id', about.correlationId];
  // What one person got must not be kept for another; a service that knows better says so itself.
  if (about.signedIn && given['cache-control'] === undefined) headers.push('cache-control', 'no-store');
  for (const name in given) {
    const value = given[name];
    if (value === undefined || ofOneConnection.has(name) || name in securityHeaders || name === 'x-correlation-id')
      continue;
    if (typeof value === 'string') headers.push(name, value);
    else for (const one of value) headers.push(name, one);
  }
  return headers;
}
