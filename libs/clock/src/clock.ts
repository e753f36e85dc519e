import type { Length, Limit } from './limit.js';

/** An instant in UTC, ISO 8601: `2026-03-02T09:30:00.000Z`. */
export type Instant = string;

/** Time that does not count. While the pause lasts, `to` is absent. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant;
}

/** One extension that was granted, with its length then: a later change of the limit's data must
 * not move an end already announced. */
export interface Extension {
  readonly at: Instant;
  readonly length: Length;
}

/**
 * A running limit as plain data, fit for JSON: it can be an event's payload or a column.
 *
 * Pauses are in order and do not overlap; at most the last one is open. To recalculate a limit in
 * place of pausing it (the other policy for requests for information), start a new clock.
 */
export interface Clock {
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

export function startClock(at: Date, limit: Limit): Clock {
  return { startedAt: at.toISOString(), limit, pauses: [], extensions: [] };
}

/** The pause that has not ended yet, if there is one. */
export function openPause(clock: Clock): Pause | undefined {
  const last = clock.pauses.at(-1);
  return last && last.to === undefined ? last : undefined;
}
