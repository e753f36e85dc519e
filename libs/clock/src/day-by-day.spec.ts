/**
 * Ten thousand limits against a second, slow calculation that shares no code with the first: it
 * walks the calendar day by day, knows the holidays from a printed table and summer time from the
 * European directive (2000/84/EC), and never asks Intl.
 */
import { dueAt, dueOf, type Length, pause, resume, startClock } from './index.js';

const TABLE = new Set(
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

const DAY = 86_400_000;
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const next = (day: string) => text(Date.parse(day) + DAY);
const closed = (day: string) => TABLE.has(day) || [0, 6].includes(new Date(day).getUTCDay());

function lastSundayAtOne(year: number, month: number): number {
  let day = Date.UTC(year, month, 0, 1);
  while (new Date(day).getUTCDay() !== 0) day -= DAY;
  return day;
}
function hoursAhead(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSundayAtOne(year, 3) && ms < lastSundayAtOne(year, 10) ? 2 : 1;
}
const parisDay = (ms: number) => text(ms + hoursAhead(ms) * 3_600_000);
function endOfDay(day: string): string {
  const midnight = Date.parse(day) + DAY;
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

/** Seeded, so that a failure can be seen again (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function anyLength(below: (n: number) => number): Length {
  const kinds: Length[] = [
    { workingDays: 1 + below(40) },
    { days: 1 + below(60) },
    { weeks: 1 + below(6) },
    { months: 1 + below(9) },
  ];
  return kinds[below(4)] as Length;
}

const FROM = Date.UTC(2024, 0, 1);
const SPAN = Date.UTC(2029, 11, 31) - FROM;

test('ten thousand limits end when the slow count says', () => {
  const below = random(20260302);
  for (let i = 0; i < 10_000; i += 1) {
    const start = FROM + below(SPAN);
    const length = anyLength(below);
    const rollForward = below(2) === 1;
    const slow = endOfDay(walk(parisDay(start), length, rollForward));
    const fast = dueAt(new Date(start), {
      length,
      rollForward,
      calendar: 'FR',
      zone: 'Europe/Paris',
    });
    expect({ start, length, due: fast.toISOString() }).toEqual({ start, length, due: slow });
  }
});

test('two thousand paused limits end when the slow count says', () => {
  const below = random(42);
  for (let i = 0; i < 2_000; i += 1) {
    const start = FROM + below(SPAN - 400 * DAY);
    const days = 5 + below(20);
    const length: Length = below(2) === 1 ? { workingDays: days } : { days };
    const limit = { length, rollForward: false, calendar: 'FR', zone: 'Europe/Paris' } as const;
    const from = start + below(4 * DAY);
    const to = from + below(30 * DAY);
    const stopped = new Set<string>();
    for (let day = parisDay(from); day < parisDay(to); day = next(day)) stopped.add(next(day));
    const halted = pause(startClock(new Date(start), limit), new Date(from));
    const running = halted.ok ? resume(halted.clock, new Date(to)) : halted;
    if (!running.ok) throw new Error(running.why);
    const slow = endOfDay(walk(parisDay(start), length, false, stopped));
    expect({ start, from, to, length, due: dueOf(running.clock)?.toISOString() }).toEqual({
      start,
      from,
      to,
      length,
      due: slow,
    });
  }
});
