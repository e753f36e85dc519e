/**
 * A civil day: what a calendar on a wall shows, without hour or zone.
 *
 * Held as the whole number of days since 1970-01-01, so that "the next day" is `+ 1` and two days
 * compare with `<`. Days of the proleptic Gregorian calendar, years 1 to 9999.
 */
export type CivilDay = number;

/** `YYYY-MM-DD`, the written form of a civil day. */
export type IsoDay = string;

const MS_PER_DAY = 86_400_000;

/** @param month 1 to 12 @param dayOfMonth 1 to 31; the caller vouches that the day exists */
export function civilDay(year: number, month: number, dayOfMonth: number): CivilDay {
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, dayOfMonth);
  return midnight.getTime() / MS_PER_DAY;
}

/** @throws RangeError when the text is not `YYYY-MM-DD` or names no real day (2026-02-30). */
export function parseIsoDay(text: IsoDay): CivilDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? civilDay(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  if (Number.isNaN(day) || isoDay(day) !== text) throw new RangeError(`Not a civil day: ${text}`);
  return day;
}

export function isoDay(day: CivilDay): IsoDay {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(day: CivilDay): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: CivilDay): number {
  return new Date(day * MS_PER_DAY).getUTCDay() || 7;
}

/**
 * The same day of the month `months` later; where that month is too short, its last day:
 * 31 January + 1 month = 28 or 29 February, 30 November + 3 months = 28 February.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const date = new Date(day * MS_PER_DAY);
  const target = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  return civilDay(year, month, Math.min(date.getUTCDate(), lengthOfMonth(year, month)));
}

function lengthOfMonth(year: number, month: number): number {
  // Day 0 of the next month is the last day of this one.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}
