import { type Clock, openPause } from './clock.js';
import { isOverdue } from './reading.js';

/** Why a clock cannot change so. The sentence for a person is the caller's, in its own words. */
export type ClockRefusal =
  | 'already-paused'
  | 'not-paused'
  | 'not-extendable'
  | 'extensions-exhausted'
  | 'overdue'
  | 'before-last-change';

export type ClockChange =
  | { readonly ok: true; readonly clock: Clock }
  | { readonly ok: false; readonly why: ClockRefusal };

/** Stops the count at `at`, e.g. when information is asked for. An expired clock cannot be paused. */
export function pause(clock: Clock, at: Date): ClockChange {
  if (isBeforeLastChange(clock, at)) return refuse('before-last-change');
  if (openPause(clock)) return refuse('already-paused');
  if (isOverdue(clock, at)) return refuse('overdue');
  return accept({ ...clock, pauses: [...clock.pauses, { from: at.toISOString() }] });
}

/** Counts again from `at`; the day of `at` itself does not count, like the day of a start. */
export function resume(clock: Clock, at: Date): ClockChange {
  if (isBeforeLastChange(clock, at)) return refuse('before-last-change');
  const open = openPause(clock);
  if (!open) return refuse('not-paused');
  const closed = { from: open.from, to: at.toISOString() };
  return accept({ ...clock, pauses: [...clock.pauses.slice(0, -1), closed] });
}

/**
 * Prolongs the limit once by the length its extension rule gives.
 *
 * Refused once the limit has expired: silence has then already had its effect. That a reason was
 * given, and who may extend, is for the caller to require.
 */
export function extend(clock: Clock, at: Date): ClockChange {
  const rule = clock.limit.extension;
  if (isBeforeLastChange(clock, at)) return refuse('before-last-change');
  if (!rule) return refuse('not-extendable');
  if (clock.extensions.length >= rule.atMost) return refuse('extensions-exhausted');
  if (isOverdue(clock, at)) return refuse('overdue');
  const extension = { at: at.toISOString(), length: rule.length };
  return accept({ ...clock, extensions: [...clock.extensions, extension] });
}

function isBeforeLastChange(clock: Clock, at: Date): boolean {
  const changes = [
    clock.startedAt,
    ...clock.pauses.flatMap((p) => (p.to === undefined ? [p.from] : [p.from, p.to])),
    ...clock.extensions.map((extension) => extension.at),
  ];
  return changes.some((change) => at.getTime() < Date.parse(change));
}

function accept(clock: Clock): ClockChange {
  return { ok: true, clock };
}

function refuse(why: ClockRefusal): ClockChange {
  return { ok: false, why };
}
