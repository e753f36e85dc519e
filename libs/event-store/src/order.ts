import { createHash } from 'node:crypto';
import type { Actor } from '@hub/decider';

/** Who orders, what they have seen, and what the order belongs to. */
export interface Order {
  readonly actor: Actor;
  /** The version that the caller has seen; `undefined` where the state itself decides (reactions, creations). */
  readonly expected?: number | undefined;
  /** Makes the order happen at most once: an Idempotency-Key, or the id of the event reacted to. */
  readonly once?: { readonly scope: string; readonly key: string } | undefined;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** What a command answers: enough for the next one. */
export interface Answer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** The names of the commands that the caller may give next. */
  readonly allowed: readonly string[];
}

/** Tells an order apart from another one given under the same key. */
export const fingerprintOf = (name: string, id: string, command: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([name, id, command]))
    .digest('base64url');
