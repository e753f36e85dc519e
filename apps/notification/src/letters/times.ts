import { civilDayAt, isWorkingDay, lastInstantOf, type OpeningDays, weekdayOf } from '@hub/clock';
import { zone } from './zone.js';

const hour = 3_600_000;
const day = 24 * hour;
const open: OpeningDays = { calendar: 'FR' };

/** Attempts at one letter; with the pauses between them they last about two days. */
export const mostAttempts = 16;

/** How long to wait after an attempt that failed: one minute, doubled each time, six hours at most. */
export const pauseAfter = (attempts: number): number => Math.min(6 * hour, 60_000 * 2 ** Math.min(attempts - 1, 20));

/** An event that became known late is in the inbox, but nobody gets a letter about last month. */
export const isWorthALetter = (happened: Date, now: Date): boolean => now.getTime() - happened.getTime() < 7 * day;

/** Notices are kept for twelve months: from this instant on. */
export function keptFrom(now: Date): Date {
  const from = new Date(now);
  from.setUTCMonth(from.getUTCMonth() - 12);
  return from;
}

export type Rhythm = 'daily' | 'weekly';

/**
 * The latest instant, not after `now`, at which digests of this rhythm go out: seven o'clock in Paris on a working
 * day; for weekly ones, on the first working day of the week.
 */
export function latestDigest(rhythm: Rhythm, now: Date): Date {
  for (let date = civilDayAt(now, zone); ; date -= 1) {
    // Clocks change on Sundays only, so that on a working day seven o'clock is seven hours after midnight.
    const at = new Date(lastInstantOf(date - 1, zone).getTime() + 1 + 7 * hour);
    if (at <= now && isWorkingDay(date, open) && (rhythm === 'daily' || isFirstOfWeek(date))) return at;
  }
}

function isFirstOfWeek(date: number): boolean {
  for (let before = date - 1; weekdayOf(before) < weekdayOf(date); before -= 1) {
    if (isWorkingDay(before, open)) return false;
  }
  return true;
}
