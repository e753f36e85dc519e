import { hash } from 'node:crypto';
import type { Ids, Person } from '@hub/decider';
import { commonRefusals } from '@hub/decider';
import type { Order } from '@hub/event-store';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { correlationOf } from './correlation.js';
import type { IdentifiedRequest } from './identity.guard.js';
import { edgeProblem, refusalProblem } from './problem.js';

/** An order given by a signed-in person over HTTP. */
export type PersonalOrder = Order & { readonly actor: Person };

/** The order to change a thing that the caller has seen: `If-Match` is required. */
export const OrderOnSeen = createParamDecorator((_: unknown, context: ExecutionContext): PersonalOrder => {
  const request = context.switchToHttp().getRequest<IdentifiedRequest>();
  const expected = versionIn(request.headers['if-match']);
  if (expected === undefined) throw refusalProblem({ refused: 'version-required' }, commonRefusals);
  return { ...orderOf(request), expected };
});

/** The order to begin a thing, or one whose outcome does not depend on the version seen. */
export const OrderAnew = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonalOrder =>
    orderOf(context.switchToHttp().getRequest<IdentifiedRequest>()),
);

/** The id of a thing that an order begins: the same for a repeated order, so that it begins only once. */
export function idBegunBy(order: Order, ids: Ids): string {
  if (!order.once) return ids.next();
  const digest = hash('sha256', `${order.once.scope}\n${order.once.key}`, 'hex');
  const variant = ((Number.parseInt(digest[16] as string, 16) & 0x3) | 0x8).toString(16);
  // UUID version 8: made from a name by a rule of our own (RFC 9562, 5.8).
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function orderOf(request: IdentifiedRequest): PersonalOrder {
  const { person } = request;
  if (!person) throw edgeProblem('unauthenticated');
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || key.length < 1 || key.length > 200)) {
    throw edgeProblem('invalid-input', {
      errors: [
        {
          field: 'Idempotency-Key',
          code: 'length',
          en: 'Between 1 and 200 characters.',
          fr: 'Entre 1 et 200 caractères.',
        },
      ],
    });
  }
  const traceparent = request.headers.traceparent;
  return {
    actor: person,
    correlationId: correlationOf(request),
    ...(key !== undefined && { once: { scope: person.id, key } }),
    ...(typeof traceparent === 'string' && { traceparent }),
  };
}

function versionIn(header: string | undefined): number | undefined {
  const version = Number(header?.match(/^(?:W\/)?"?(\d{1,9})"?$/)?.[1] ?? Number.NaN);
  return Number.isNaN(version) ? undefined : version;
}
