import {
  type Answers,
  type AnswerValue,
  type Bilingual,
  type Field,
  type Form,
  fieldsOf,
  isAnswered,
  isShown,
} from './form.js';

/** One answer that is wrong or missing, and why. */
export interface AnswerError extends Bilingual {
  readonly field: string;
  readonly code:
    | 'wrong-type'
    | 'not-an-option'
    | 'too-long'
    | 'out-of-range'
    | 'not-a-date'
    | 'not-an-email'
    | 'not-confirmed'
    | 'missing';
}

/** The fields that the form does not have. */
export function unknownFields(form: Form, answers: Answers): string[] {
  const known = new Set(fieldsOf(form).map(([name]) => name));
  return Object.keys(answers).filter((name) => !known.has(name));
}

/** Every answer that does not fit its question; what is not answered is no error here. */
export function invalidAnswers(form: Form, answers: Answers): AnswerError[] {
  return fieldsOf(form).flatMap(([name, field]) => {
    const value = answers[name];
    if (!isAnswered(value) || !isShown(field, answers)) return [];
    const error = misfit(field, value as AnswerValue);
    return error ? [{ field: name, ...error }] : [];
  });
}

/** Every required field that is shown and not answered. */
export function missingAnswers(form: Form, answers: Answers): AnswerError[] {
  return fieldsOf(form)
    .filter(([name, field]) => field.required && isShown(field, answers) && !isAnswered(answers[name]))
    .map(([name, field]) => ({
      field: name,
      code: 'missing',
      en: `${field.label.en}: an answer is required.`,
      fr: `${field.label.fr} : une réponse est obligatoire.`,
    }));
}

type Misfit = Omit<AnswerError, 'field'>;

function misfit(field: Field, value: AnswerValue): Misfit | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? tooLong(value, field.maxWords) : wrongType('text', 'un texte');
    case 'email':
      if (typeof value !== 'string') return wrongType('text', 'un texte');
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? undefined
        : { code: 'not-an-email', en: 'Must be an e-mail address.', fr: 'Doit être une adresse électronique.' };
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
      return notAnOption(field.options, Array.isArray(value) ? (value as readonly string[]) : undefined);
  }
}

const wrongType = (en: string, fr: string): Misfit => ({
  code: 'wrong-type',
  en: `Must be ${en}.`,
  fr: `Doit être ${fr}.`,
});

function tooLong(text: string, maxWords: number | undefined): Misfit | undefined {
  const words = text.trim().split(/\s+/).length;
  if (maxWords === undefined ? text.length <= 20_000 : words <= maxWords) return undefined;
  return maxWords === undefined
    ? { code: 'too-long', en: 'At most 20,000 characters.', fr: 'Au plus 20 000 caractères.' }
    : {
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

function notAnOption(options: readonly { value: string }[], given: readonly string[] | undefined): Misfit | undefined {
  const known = options.map((option) => option.value);
  if (given?.every((value) => known.includes(value))) return undefined;
  const list = known.join(', ');
  return { code: 'not-an-option', en: `Must be among: ${list}.`, fr: `Doit être parmi : ${list}.` };
}

/** A civil date that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
