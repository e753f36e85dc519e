import { dueAt, isoDay, type Length, type Limit, lastInstantOf, parseIsoDay, workingDaysBetween } from './index.js';

const FRENCH = { calendar: 'FR', zone: 'Europe/Paris', rollForward: true } as const;
const due = (start: string, length: Length, over: Partial<Limit> = {}) =>
  dueAt(new Date(start), { ...FRENCH, length, ...over }).toISOString();

describe('a limit in days', () => {
  test('does not count the day of the start: 10 days from 2 March end with 12 March', () => {
    expect(due('2026-03-02T08:00:00Z', { days: 10 })).toBe('2026-03-12T22:59:59.999Z');
  });
  test('starts on the civil day in Paris, though it is still yesterday in UTC', () => {
    expect(due('2026-03-01T23:30:00Z', { days: 10 })).toBe('2026-03-12T22:59:59.999Z');
  });
  test('that ends on Saturday 14 July runs past the weekend, unless told not to', () => {
    expect(due('2029-07-04T08:00:00Z', { days: 10 })).toBe('2029-07-16T21:59:59.999Z');
    expect(due('2029-07-04T08:00:00Z', { days: 10 }, { rollForward: false })).toBe('2029-07-14T21:59:59.999Z');
  });
  test('that ends on Christmas and a weekend runs to Monday', () => {
    expect(due('2026-12-15T08:00:00Z', { days: 10 })).toBe('2026-12-28T22:59:59.999Z');
  });
  test('of zero days ends with the day of the start', () => {
    expect(due('2026-03-02T08:00:00Z', { days: 0 })).toBe('2026-03-02T22:59:59.999Z');
  });
});

describe('a limit in months', () => {
  const unrolled = { rollForward: false };
  test.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T22:59:59.999Z'],
    ['2028-01-31T10:00:00Z', 1, '2028-02-29T22:59:59.999Z'],
    ['2026-02-28T10:00:00Z', 1, '2026-03-28T22:59:59.999Z'],
    ['2026-12-15T10:00:00Z', 2, '2027-02-15T22:59:59.999Z'],
    ['2027-11-30T10:00:00Z', 3, '2028-02-29T22:59:59.999Z'],
  ])('from %s plus %i', (start, months, end) => {
    expect(due(start, { months }, unrolled)).toBe(end);
  });
});

describe('a limit in working days', () => {
  test('steps over weekends, the bridge of May and its holidays', () => {
    // From Tuesday 28 April 2026: 29, 30; (1 May); 4, 5, 6, 7; (8 May); 11 May is the seventh.
    expect(due('2026-04-28T10:00:00Z', { workingDays: 7 })).toBe('2026-05-11T21:59:59.999Z');
  });
  test('counted by hand and by workingDaysBetween are one', () => {
    const [from, to] = ['2026-04-28', '2026-05-11'].map(parseIsoDay) as [number, number];
    expect(workingDaysBetween(from, to, FRENCH)).toBe(7);
    expect(workingDaysBetween(to, from, FRENCH)).toBe(-7);
  });
});

describe('the last instant of a day', () => {
  const last = (day: string, zone: string) => lastInstantOf(parseIsoDay(day), zone).toISOString();
  test('on the days of 23 and 25 hours in Paris', () => {
    expect(last('2026-03-28', 'Europe/Paris')).toBe('2026-03-28T22:59:59.999Z');
    expect(last('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T21:59:59.999Z');
    expect(last('2026-10-24', 'Europe/Paris')).toBe('2026-10-24T21:59:59.999Z');
    expect(last('2026-10-25', 'Europe/Paris')).toBe('2026-10-25T22:59:59.999Z');
  });
  test('where midnight itself is skipped (Santiago) or shown twice (Saint John’s)', () => {
    expect(last('2024-09-07', 'America/Santiago')).toBe('2024-09-08T03:59:59.999Z');
    expect(last('2010-11-06', 'America/St_Johns')).toBe('2010-11-07T03:29:59.999Z');
  });
});

test('faulty data is a fault, not a guess', () => {
  expect(() => due('2026-03-02T08:00:00Z', { days: -1 })).toThrow(RangeError);
  expect(() => due('2026-03-02T08:00:00Z', { months: 1.5 })).toThrow(RangeError);
  expect(() => due('2026-03-02T08:00:00Z', { days: 1 }, { zone: 'Europe/Nowhere' })).toThrow(RangeError);
  expect(() => parseIsoDay('2026-02-30')).toThrow(RangeError);
  expect(isoDay(parseIsoDay('2028-02-29'))).toBe('2028-02-29');
});
