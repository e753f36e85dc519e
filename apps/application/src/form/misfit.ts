import { type AnswerValue, type Bilingual, type Field, type Parts } from './form.js';

export type MisfitCode =
  | 'wrong-type'
  | 'not-an-option'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'out-of-range'
  | 'not-a-date'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-country'
  | 'not-a-disease'
  | 'unknown-part'
  | 'not-confirmed';

export interface Misfit extends Bilingual {
  readonly code: MisfitCode;
}

/** Why an answer does not fit its question, as a whole; the parts of a compound answer are looked at one by one. */
export function misfit(field: Field, value: AnswerValue): Misfit | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? tooLong(value, field.maxWords) : wrongType('text', 'un texte');
    case 'email':
      return shaped(value, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
        code: 'not-an-email',
        en: 'Must be an e-mail address.',
        fr: 'Doit être une adresse électronique.',
      });
    case 'phone':
      return shaped(value, /^\+?[\d\s().-]{4,30}$/, {
        code: 'not-a-phone',
        en: 'Must be a telephone number, like +33 1 23 45 67 89.',
        fr: 'Doit être un numéro de téléphone, comme +33 1 23 45 67 89.',
      });
    case 'country':
      return typeof value === 'string' && isCountry(value) ? undefined : notACountry;
    case 'disease':
      return shaped(value, /^(MONDO:\d{7}|ICD10:[A-Z]\d\d(\.\d{1,2})?)$/, {
        code: 'not-a-disease',
        en: 'Must be a code of MONDO or ICD-10, like MONDO:0005148 or ICD10:E11.9.',
        fr: 'Doit être un code MONDO ou CIM-10, comme MONDO:0005148 ou ICD10:E11.9.',
      });
    case 'boolean':
      if (typeof value !== 'boolean') return wrongType('true or false', 'vrai ou faux');
      return field.mustBe && !value
        ? { code: 'not-confirmed', en: 'Must be confirmed.', fr: 'Doit être confirmé.' }
        : undefined;
    case 'number':
      return typeof value === 'number' ? outOfRange(value, field.min, field.max) : wrongType('a number', 'un nombre');
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? undefined
        : { code: 'not-a-date', en: 'Must be a date, like 2026-01-31.', fr: 'Doit être une date, comme 2026-01-31.' };
    case 'choice':
      return notAnOption(field.options, typeof value === 'string' ? [value] : undefined);
    case 'choices':
      return notAnOption(field.options, Array.isArray(value) ? value : undefined);
    case 'attachments':
      return Array.isArray(value) && value.every((id) => typeof id === 'string' && /^[\w-]{1,64}$/.test(id))
        ? undefined
        : wrongType('a list of ids of attachments', 'une liste d’identifiants de pièces jointes');
    case 'organisation':
    case 'contact':
      return isParts(value) ? undefined : wrongType('an object with its parts', 'un objet avec ses éléments');
    case 'group':
      return Array.isArray(value) && value.every(isParts)
        ? outOfCount(value.length, field.least, field.most)
        : wrongType('a list of rows', 'une liste de lignes');
  }
}

export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const unknownPart: Misfit = {
  code: 'unknown-part',
  en: 'This part does not exist. Remove it.',
  fr: 'Cet élément n’existe pas. Retirez-le.',
};

const wrongType = (en: string, fr: string): Misfit => ({
  code: 'wrong-type',
  en: `Must be ${en}.`,
  fr: `Doit être ${fr}.`,
});

function shaped(value: AnswerValue, shape: RegExp, otherwise: Misfit): Misfit | undefined {
  if (typeof value !== 'string') return wrongType('text', 'un texte');
  return shape.test(value) ? undefined : otherwise;
}

const mostCharacters = 20_000;

function tooLong(text: string, maxWords: number | undefined): Misfit | undefined {
  if (text.length > mostCharacters) {
    return { code: 'too-long', en: 'At most 20,000 characters.', fr: 'Au plus 20 000 caractères.' };
  }
  if (maxWords === undefined) return undefined;
  const words = text.trim().split(/\s+/).length;
  if (words <= maxWords) return undefined;
  return {
    code: 'too-long',
    en: `At most ${maxWords} words; these are ${words}.`,
    fr: `Au plus ${maxWords} mots ; il y en a ${words}.`,
  };
}

function outOfRange(value: number, min?: number, max?: number): Misfit | undefined {
  if (min !== undefined && value < min) return { code: 'out-of-range', en: `At least ${min}.`, fr: `Au moins ${min}.` };
  if (max !== undefined && value > max) return { code: 'out-of-range', en: `At most ${max}.`, fr: `Au plus ${max}.` };
  return undefined;
}

function outOfCount(rows: number, least = 0, most = 100): Misfit | undefined {
  if (rows < least) return { code: 'too-few', en: `At least ${least} rows.`, fr: `Au moins ${least} lignes.` };
  if (rows > most) return { code: 'too-many', en: `At most ${most} rows.`, fr: `Au plus ${most} lignes.` };
  return undefined;
}

function notAnOption(options: readonly { value: string }[], given: readonly unknown[] | undefined): Misfit | undefined {
  const known: readonly unknown[] = options.map((option) => option.value);
  if (given?.every((value) => known.includes(value))) return undefined;
  const list = known.join(', ');
  return { code: 'not-an-option', en: `Must be among: ${list}.`, fr: `Doit être parmi : ${list}.` };
}

const notACountry: Misfit = {
  code: 'not-a-country',
  en: 'Must be the two letters of a country (ISO 3166), like FR.',
  fr: 'Doit être les deux lettres d’un pays (ISO 3166), comme FR.',
};

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that name no country, though they have a name. */
const noCountries = ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'];

const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !noCountries.includes(code) && regions.of(code) !== undefined;

/** A civil date that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
