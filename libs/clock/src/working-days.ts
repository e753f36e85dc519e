import { type CivilDay, type IsoDay, parseIsoDay, weekdayOf, yearOf } from './civil-day.js';
import { type HolidayCalendar, publicHolidays } from './holidays.js';

/** What decides whether a body is open: a calendar, and closures beside it (never fewer). */
export interface OpeningDays {
  readonly calendar: HolidayCalendar;
  /** Further closed days, e.g. the yearly list of an institution. */
  readonly alsoClosed?: readonly IsoDay[];
}

const SATURDAY = 6;

/**
 * Monday to Friday and no public holiday: the French *jour ouvré* of administrative procedure.
 * (*Jours ouvrables*, which count Saturdays, appear in no limit of this hub.)
 */
export function isWorkingDay(day: CivilDay, open: OpeningDays): boolean {
  if (weekdayOf(day) >= SATURDAY) return false;
  if (holidaysOf(yearOf(day), open.calendar).has(day)) return false;
  return !open.alsoClosed?.some((closed) => parseIsoDay(closed) === day);
}

/** `day` itself when it is a working day, else the first one after it. */
export function workingDayFrom(day: CivilDay, open: OpeningDays): CivilDay {
  let candidate = day;
  while (!isWorkingDay(candidate, open)) candidate += 1;
  return candidate;
}

/**
 * The `count`-th working day after `day`; `day` itself does not count, be it working or not.
 * With a count of 0 the answer is `day`, even if closed. Days in `skipped` do not count either.
 */
export function addWorkingDays(
  day: CivilDay,
  count: number,
  open: OpeningDays,
  skipped: (day: CivilDay) => boolean = () => false,
): CivilDay {
  let current = day;
  for (let left = count; left > 0; ) {
    current += 1;
    if (isWorkingDay(current, open) && !skipped(current)) left -= 1;
  }
  return current;
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: CivilDay, to: CivilDay, open: OpeningDays): number {
  if (to < from) return -workingDaysBetween(to, from, open);
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorkingDay(day, open)) count += 1;
  return count;
}

// Holidays depend on year and calendar alone, so keeping them changes no answer.
const known = new Map<string, ReadonlySet<CivilDay>>();

function holidaysOf(year: number, calendar: HolidayCalendar): ReadonlySet<CivilDay> {
  const key = `${calendar} ${year}`;
  let days = known.get(key);
  if (!days) {
    days = new Set(publicHolidays(year, calendar).map((holiday) => holiday.day));
    known.set(key, days);
  }
  return days;
}
