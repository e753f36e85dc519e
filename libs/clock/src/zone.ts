import { type CivilDay, civilDay } from './civil-day.js';

/** An IANA zone name, e.g. `Europe/Paris`. */
export type Zone = string;

const MS_PER_DAY = 86_400_000;

/** The civil day that a wall calendar in `zone` shows at `instant`. */
export function civilDayAt(instant: Date, zone: Zone): CivilDay {
  const { year, month, day } = wallClock(instant.getTime(), zone);
  return civilDay(year, month, day);
}

/**
 * The last millisecond of `day` in `zone`: 23:59:59.999 local, as an instant.
 *
 * Found as the first instant of the next day less one millisecond, so that it also holds on the
 * days of 23 and 25 hours, and in zones whose clocks change at midnight.
 */
export function lastInstantOf(day: CivilDay, zone: Zone): Date {
  const known = lastInstants.get(zone) ?? new Map<CivilDay, number>();
  lastInstants.set(zone, known);
  const last = known.get(day) ?? firstInstantOf(day + 1, zone) - 1;
  known.set(day, last);
  return new Date(last);
}

// Every list of cases asks for the ends of their clocks, and those share the days of a few years.
const lastInstants = new Map<Zone, Map<CivilDay, number>>();

function firstInstantOf(day: CivilDay, zone: Zone): number {
  const midnightAsIfUtc = day * MS_PER_DAY;
  // A change of clocks near midnight makes two offsets possible: the one before and the one after.
  const candidates = [
    midnightAsIfUtc - offsetAt(midnightAsIfUtc + MS_PER_DAY, zone),
    midnightAsIfUtc - offsetAt(midnightAsIfUtc - MS_PER_DAY, zone),
  ].sort((a, b) => b - a);
  const startsTheDay = (t: number) => dayAt(t, zone) >= day && dayAt(t - 1, zone) < day;
  // The later of two: clocks put back across midnight show the end of the day before twice.
  return candidates.find(startsTheDay) ?? Math.max(...candidates);
}

function dayAt(ms: number, zone: Zone): CivilDay {
  return civilDayAt(new Date(ms), zone);
}

/** Milliseconds by which the wall clock of `zone` is ahead of UTC at the instant `ms`. */
function offsetAt(ms: number, zone: Zone): number {
  const wall = wallClock(ms, zone);
  const asIfUtc =
    civilDay(wall.year, wall.month, wall.day) * MS_PER_DAY + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000;
  return asIfUtc - Math.floor(ms / 1000) * 1000;
}

interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function wallClock(ms: number, zone: Zone): WallClock {
  const wall: WallClock = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of formatterFor(zone).formatToParts(ms)) {
    if (part.type in wall) wall[part.type as keyof WallClock] = Number(part.value);
  }
  return wall;
}

// A formatter costs a hundred times one use of it; it depends on the zone alone, so keeping it
// changes no answer.
const formatters = new Map<Zone, Intl.DateTimeFormat>();

/** @throws RangeError when the zone is unknown. */
function formatterFor(zone: Zone): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
