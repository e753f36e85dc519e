import { easterSunday, isoDay, isWorkingDay, parseIsoDay, publicHolidays } from './index.js';

// Easter Monday, Ascension and Whit Monday, from the published French calendar.
const MOVABLE: Record<number, string[]> = {
  2024: ['04-01', '05-09', '05-20'],
  2025: ['04-21', '05-29', '06-09'],
  2026: ['04-06', '05-14', '05-25'],
  2027: ['03-29', '05-06', '05-17'],
  2028: ['04-17', '05-25', '06-05'],
  2029: ['04-02', '05-10', '05-21'],
  2030: ['04-22', '05-30', '06-10'],
};
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

describe('French public holidays', () => {
  test.each(Object.keys(MOVABLE).map(Number))('of %i are the published eleven', (year) => {
    const published = [...FIXED, ...(MOVABLE[year] ?? [])].map((d) => `${year}-${d}`).sort();
    expect(publicHolidays(year, 'FR').map((holiday) => holiday.iso)).toEqual(published);
  });

  test('Easter falls between 22 March and 25 April, at the known extremes too', () => {
    const known = ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2038-04-25', '2285-03-22'];
    expect(known.map((day) => isoDay(easterSunday(Number(day.slice(0, 4)))))).toEqual(known);
  });

  test('Alsace-Moselle adds Good Friday and 26 December, and only when asked for', () => {
    const goodFriday = parseIsoDay('2025-04-18');
    expect(isWorkingDay(goodFriday, { calendar: 'FR' })).toBe(true);
    expect(isWorkingDay(goodFriday, { calendar: 'FR-ALSACE-MOSELLE' })).toBe(false);
    expect(publicHolidays(2025, 'FR-ALSACE-MOSELLE')).toHaveLength(13);
  });

  test('two holidays on one day are both named: Ascension 2008 was on 1 May', () => {
    const first = publicHolidays(2008, 'FR').filter((holiday) => holiday.iso === '2008-05-01');
    expect(first.map((holiday) => holiday.name).sort()).toEqual(['Ascension', 'Fête du Travail']);
  });

  test('the calendar of the Union closes on 9 May and is open on 14 July', () => {
    expect(isWorkingDay(parseIsoDay('2025-05-09'), { calendar: 'EU' })).toBe(false);
    expect(isWorkingDay(parseIsoDay('2026-07-14'), { calendar: 'EU' })).toBe(true);
    const yearly = { calendar: 'EU', alsoClosed: ['2026-07-14'] } as const;
    expect(isWorkingDay(parseIsoDay('2026-07-14'), yearly)).toBe(false);
  });
});
