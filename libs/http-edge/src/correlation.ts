import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const known = new WeakMap<object, string>();
const wellFormed = /^[\w.:-]{1,100}$/;

/** What ties together everything that one request of a person sets off: their own reference, or a new one. */
export function correlationOf(request: FastifyRequest): string {
  const { raw } = request;
  let id = known.get(raw);
  if (!id) {
    const given = request.headers['x-correlation-id'];
    id = typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
    known.set(raw, id);
  }
  return id;
}
