/** One line of the opt-out list as its registrar writes it: `person,given,reversed`. */
import type { Explanation } from '@hub/decider';

export const COLUMNS = ['person', 'given', 'reversed'] as const;
const LONGEST_PERSON = 200;
/** Longer than any line whose cells are sound. */
export const LONGEST_LINE = 400;

export interface OptOutLine {
  /** The identifier as the datasets hold it. */
  readonly person: string;
  readonly given: Date;
  readonly reversed: Date | null;
}

/** What can be wrong with a line, and the remedy. Never the value. */
export const lineFaults = {
  header: {
    en: 'The first line must be: person,given,reversed.',
    fr: 'La première ligne doit être : person,given,reversed.',
  },
  columns: {
    en: 'A line has two or three cells: person, given, and reversed if it was; put no other comma in it.',
    fr: 'Une ligne a deux ou trois cellules : person, given, et reversed le cas échéant ; sans autre virgule.',
  },
  'person-missing': {
    en: 'Write the identifier under which the datasets hold the person.',
    fr: 'Indiquez l’identifiant sous lequel les jeux de données connaissent la personne.',
  },
  'person-unclean': {
    en: 'Write the identifier without blanks around it or control characters, at most 200 characters.',
    fr: 'Écrivez l’identifiant sans espaces autour ni caractères de contrôle, 200 caractères au plus.',
  },
  'given-not-an-instant': {
    en: 'Write under given an instant with its zone: 2026-01-31T09:30:00Z.',
    fr: 'Écrivez sous given un instant avec son fuseau : 2026-01-31T09:30:00Z.',
  },
  'reversed-not-an-instant': {
    en: 'Write under reversed an instant with its zone, 2026-01-31T09:30:00Z, or nothing.',
    fr: 'Écrivez sous reversed un instant avec son fuseau, 2026-01-31T09:30:00Z, ou rien.',
  },
  'given-ahead': {
    en: 'The opt-out lies in the future: enter it once it was given.',
    fr: 'Le refus est daté du futur : saisissez-le une fois exprimé.',
  },
  'reversed-ahead': {
    en: 'The reversal lies in the future: enter it once it was given.',
    fr: 'La levée du refus est datée du futur : saisissez-la une fois exprimée.',
  },
  'reversed-too-early': {
    en: 'The reversal must come after the opt-out: mend one of the two instants.',
    fr: 'La levée doit suivre le refus : corrigez l’un des deux instants.',
  },
} as const satisfies Readonly<Record<string, Pick<Explanation, 'en' | 'fr'>>>;

export type LineFault = keyof typeof lineFaults;
export type ReadLine = { readonly ok: true; readonly line: OptOutLine } | { readonly ok: false; fault: LineFault };

/** Reads the cells of a line, or says what is wrong with it first. */
export function readLine(cells: readonly string[], now: Date): ReadLine {
  const [person = '', given = '', reversed = ''] = cells;
  if (cells.length < 2 || cells.length > COLUMNS.length) return { ok: false, fault: 'columns' };
  if (person === '') return { ok: false, fault: 'person-missing' };
  if (!isClean(person)) return { ok: false, fault: 'person-unclean' };
  const [from, until] = [instantIn(given), reversed === '' ? null : instantIn(reversed)];
  if (from === undefined) return { ok: false, fault: 'given-not-an-instant' };
  if (until === undefined) return { ok: false, fault: 'reversed-not-an-instant' };
  if (from > now) return { ok: false, fault: 'given-ahead' };
  if (until !== null && until > now) return { ok: false, fault: 'reversed-ahead' };
  if (until !== null && until <= from) return { ok: false, fault: 'reversed-too-early' };
  return { ok: true, line: { person, given: from, reversed: until } };
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its zone; nothing for a day that the calendar does not have. */
export function instantIn(text: string): Date | undefined {
  const [, year, month, day] = INSTANT.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const instant = new Date(text);
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return exists && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

function isClean(person: string): boolean {
  return person === person.trim() && person.length <= LONGEST_PERSON && !/\p{Cc}/u.test(person);
}
