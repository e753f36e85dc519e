import { type Clock, openPause } from './clock.js';
import { dueDay, type PausedDays } from './limit.js';
import { workingDaysBetween } from './working-days.js';
import { civilDayAt, lastInstantOf } from './zone.js';

/**
 * The last instant in time, with pauses and extensions; `null` while paused, as it then depends on
 * when the clock is resumed.
 */
export function dueOf(clock: Clock): Date | null {
  return openPause(clock) ? null : dueIgnoringOpenPause(clock);
}

/** Milliseconds the clock has run up to `now`, pauses excluded; 0 before its start. */
export function elapsed(clock: Clock, now: Date): number {
  const until = now.getTime();
  const ran = Math.max(0, until - Date.parse(clock.startedAt));
  return ran - pausedFor(clock, now);
}

/** Milliseconds the clock has stood still up to `now`. `elapsed + pausedFor` is the gross time. */
export function pausedFor(clock: Clock, now: Date): number {
  const until = now.getTime();
  const lengths = clock.pauses.map(({ from, to }) => {
    const end = to === undefined ? until : Math.min(Date.parse(to), until);
    return Math.max(0, end - Date.parse(from));
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}

/**
 * Milliseconds left before the limit expires; negative once it has.
 *
 * While paused it stands still, at what was left when the pause began. Since paused time is given
 * back in whole civil days, it may differ by less than a day after the clock is resumed.
 */
export function remaining(clock: Clock, now: Date): number {
  return dueIgnoringOpenPause(clock).getTime() - countedUntil(clock, now);
}

/** Working days left after today in the limit's zone; 0 on the last day, negative afterwards. */
export function remainingWorkingDays(clock: Clock, now: Date): number {
  const { zone } = clock.limit;
  const today = civilDayAt(new Date(countedUntil(clock, now)), zone);
  return workingDaysBetween(today, civilDayAt(dueIgnoringOpenPause(clock), zone), clock.limit);
}

/** True from the first millisecond after the due instant; never while paused in time. */
export function isOverdue(clock: Clock, now: Date): boolean {
  return remaining(clock, now) < 0;
}

/** An open pause holds every reading at the moment it began. */
function countedUntil(clock: Clock, now: Date): number {
  const open = openPause(clock);
  return open ? Math.min(now.getTime(), Date.parse(open.from)) : now.getTime();
}

function dueIgnoringOpenPause(clock: Clock): Date {
  const { limit } = clock;
  const dayOf = (instant: string) => civilDayAt(new Date(instant), limit.zone);
  const pauses: PausedDays[] = clock.pauses.flatMap(({ from, to }) =>
    to === undefined ? [] : [{ began: dayOf(from), ended: dayOf(to) }],
  );
  const lengths = [limit.length, ...clock.extensions.map((extension) => extension.length)];
  return lastInstantOf(dueDay(dayOf(clock.startedAt), lengths, pauses, limit), limit.zone);
}
