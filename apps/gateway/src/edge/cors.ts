const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const requestHeaders =
  'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, range, x-acting-for, x-correlation-id';
const exposed = 'content-disposition, etag, location, retry-after, www-authenticate, x-correlation-id';

/** What a browser is told of who may read an answer, name after value; nothing for origins that are not named. */
export function corsHeaders(allowed: readonly string[], origin: string | undefined): readonly string[] {
  if (allowed.length === 0) return [];
  if (origin === undefined || !allowed.includes(origin)) return ['vary', 'origin'];
  return ['vary', 'origin', 'access-control-allow-origin', origin, 'access-control-expose-headers', exposed];
}

/** The answer to a preflight. No cookies: identity is a bearer token alone. */
export const preflightHeaders: readonly string[] = [
  'access-control-allow-methods',
  methods,
  'access-control-allow-headers',
  requestHeaders,
  'access-control-max-age',
  '600',
];
