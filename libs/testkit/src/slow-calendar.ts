/*
 * A second, slow calculation of statutory limits that shares no code with the hub's: it walks the calendar day by day,
 * knows the holidays from a printed table and summer time from the European directive (2000/84/EC), and never asks Intl.
 */

type Length =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Circumstances {
  /** Whether an end on a closed day moves to the next open one. */
  readonly rolls?: boolean;
  /** Instants; the days after the first up to the last are passed over. */
  readonly pauses?: readonly Stretch[];
}

const holidays = new Set(
  [
    '2024: 01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25',
    '2025: 01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25',
    '2026: 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
    '2027: 01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25',
    '2028: 01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25',
    '2029: 01-01 04-02 05-01 05-08 05-10 05-21 07-14 08-15 11-01 11-11 12-25',
    '2030: 01-01 04-22 05-01 05-08 05-30 06-10 07-14 08-15 11-01 11-11 12-25',
  ].flatMap((line) =>
    line
      .slice(6)
      .split(' ')
      .map((day) => `${line.slice(0, 4)}-${day}`),
  ),
);

const oneDay = 86_400_000;
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const next = (day: string) => text(Date.parse(day) + oneDay);
const closed = (day: string) => holidays.has(day) || [0, 6].includes(new Date(day).getUTCDay());

function lastSundayAtOne(year: number, month: number): number {
  let day = Date.UTC(year, month, 0, 1);
  while (new Date(day).getUTCDay() !== 0) day -= oneDay;
  return day;
}
function hoursAhead(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSundayAtOne(year, 3) && ms < lastSundayAtOne(year, 10) ? 2 : 1;
}
const parisDay = (ms: number) => text(ms + hoursAhead(ms) * 3_600_000);
function endOfDay(day: string): string {
  const midnight = Date.parse(day) + oneDay;
  // Clocks change at 01:00 UTC: at Paris midnight the offset of an hour and a half before holds.
  const ahead = hoursAhead(midnight - 1.5 * 3_600_000);
  return new Date(midnight - ahead * 3_600_000 - 1).toISOString();
}

/** Walks from the day after `start`; `stopped` days are passed over. */
function walk(start: string, length: Length, rolls: boolean, stopped = new Set<string>()): string {
  let day = start;
  if ('months' in length) {
    let crossed = 0;
    const there = () => crossed === length.months && (day.slice(8) === start.slice(8) || next(day).slice(8) === '01');
    while (!there()) {
      day = next(day);
      if (day.slice(8) === '01') crossed += 1;
    }
    // A month cannot pass over single days: each paused one is given back after its end.
    for (let paused = stopped.size; paused > 0; paused -= 1) day = next(day);
  } else {
    const working = 'workingDays' in length;
    let left = working ? length.workingDays : 'weeks' in length ? length.weeks * 7 : length.days;
    while (left > 0) {
      day = next(day);
      if (!stopped.has(day) && !(working && closed(day))) left -= 1;
    }
  }
  while (rolls && closed(day)) day = next(day);
  return day;
}

/** The last instant of a limit from the instant `start` on, as ISO text. Paris time, French holidays, 2024 to 2030. */
function endOf(start: number, length: Length, { rolls = false, pauses = [] }: Circumstances = {}): string {
  const stopped = new Set<string>();
  for (const { from, to } of pauses) {
    for (let day = parisDay(from); day < parisDay(to); day = next(day)) stopped.add(next(day));
  }
  return endOfDay(walk(parisDay(start), length, rolls, stopped));
}

export const slowly = { endOf, parisDay, isClosed: closed };
