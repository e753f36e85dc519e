import { type CivilDay, civilDay, type IsoDay, isoDay } from './civil-day.js';

/**
 * Which days the body is closed.
 *
 * - `FR`: the eleven public holidays of the whole country (Labour Code, art. L3133-1).
 * - `FR-ALSACE-MOSELLE`: the same, and Good Friday and 26 December (art. L3134-13). Good Friday is
 *   a holiday there only in communes with a Protestant church; it is counted everywhere.
 * - `EU`: the days on which the institutions of the Union close every year. Their yearly list in
 *   the Official Journal adds others (Maundy Thursday, 24–31 December): give those as `alsoClosed`
 *   in the limit. Regulation 1182/71, art. 2(1) makes the holidays of the Member State count when
 *   the act is done before a body of that state: a French body keeps `FR` for its European limits.
 */
export type HolidayCalendar = 'FR' | 'FR-ALSACE-MOSELLE' | 'EU';

/** A public holiday and its name, the French names in French. */
export interface Holiday {
  readonly day: CivilDay;
  readonly iso: IsoDay;
  readonly name: string;
}

/** Easter Sunday of any Gregorian year. Anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): CivilDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civilDay(year, Math.floor(n / 31), (n % 31) + 1);
}

/** A holiday on the same date each year, or at a distance in days from Easter Sunday. */
type Rule = { month: number; day: number; name: string } | { fromEaster: number; name: string };

const FRANCE: readonly Rule[] = [
  { month: 1, day: 1, name: 'Jour de l’an' },
  { fromEaster: 1, name: 'Lundi de Pâques' },
  { month: 5, day: 1, name: 'Fête du Travail' },
  { month: 5, day: 8, name: 'Victoire 1945' },
  { fromEaster: 39, name: 'Ascension' },
  { fromEaster: 50, name: 'Lundi de Pentecôte' },
  { month: 7, day: 14, name: 'Fête nationale' },
  { month: 8, day: 15, name: 'Assomption' },
  { month: 11, day: 1, name: 'Toussaint' },
  { month: 11, day: 11, name: 'Armistice 1918' },
  { month: 12, day: 25, name: 'Noël' },
];

const ALSACE_MOSELLE: readonly Rule[] = [
  ...FRANCE,
  { fromEaster: -2, name: 'Vendredi saint' },
  { month: 12, day: 26, name: 'Saint-Étienne' },
];

const EUROPEAN_UNION: readonly Rule[] = [
  { month: 1, day: 1, name: 'New Year’s Day' },
  { fromEaster: -2, name: 'Good Friday' },
  { fromEaster: 1, name: 'Easter Monday' },
  { month: 5, day: 1, name: 'Labour Day' },
  { month: 5, day: 9, name: 'Schuman Declaration' },
  { fromEaster: 39, name: 'Ascension' },
  { fromEaster: 50, name: 'Whit Monday' },
  { month: 8, day: 15, name: 'Assumption' },
  { month: 11, day: 1, name: 'All Saints' },
  { month: 12, day: 25, name: 'Christmas Day' },
  { month: 12, day: 26, name: 'Boxing Day' },
];

const RULES: Record<HolidayCalendar, readonly Rule[]> = {
  FR: FRANCE,
  'FR-ALSACE-MOSELLE': ALSACE_MOSELLE,
  EU: EUROPEAN_UNION,
};

/** The public holidays of `year`, in order of date. */
export function publicHolidays(year: number, calendar: HolidayCalendar): Holiday[] {
  const easter = easterSunday(year);
  return RULES[calendar]
    .map((rule) => {
      const day = 'fromEaster' in rule ? easter + rule.fromEaster : civilDay(year, rule.month, rule.day);
      return { day, iso: isoDay(day), name: rule.name };
    })
    .sort((a, b) => a.day - b.day);
}
