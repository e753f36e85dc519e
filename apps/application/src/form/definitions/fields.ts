import type { Bilingual, Condition, Field, Option } from '../form.js';

/*
 * Words of form definitions: one function a kind of question, so that a definition reads as the list of its questions.
 */

type More = Partial<Pick<Field, 'help' | 'required' | 'when' | 'prefill'>>;

const base = (key: string, en: string, fr: string, more: object) => ({
  key,
  label: { en, fr },
  required: true,
  ...more,
});

export const help = (en: string, fr: string): { help: Bilingual } => ({ help: { en, fr } });
export const optional = { required: false } as const;
export const when = (field: string, ...is: Condition['is']): { when: Condition } => ({ when: { field, is } });
export const option = (value: string, en: string, fr: string): Option => ({ value, en, fr });

export const text = (key: string, en: string, fr: string, more: More & { maxWords?: number } = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'text' }) as Field;

export const longText = (key: string, en: string, fr: string, more: More & { maxWords?: number } = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'text', long: true }) as Field;

export const yesNo = (key: string, en: string, fr: string, more: More & { mustBe?: true } = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'boolean' }) as Field;

export const confirmed = (key: string, en: string, fr: string): Field => yesNo(key, en, fr, { mustBe: true });

export const choice = (key: string, en: string, fr: string, options: readonly Option[], more: More = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'choice', options }) as Field;

export const choices = (key: string, en: string, fr: string, options: readonly Option[], more: More = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'choices', options }) as Field;

export const number = (key: string, en: string, fr: string, more: More & { min?: number; max?: number } = {}): Field =>
  ({ ...base(key, en, fr, more), kind: 'number' }) as Field;

export const group = (
  key: string,
  en: string,
  fr: string,
  fields: readonly Field[],
  more: More & { least?: number; most?: number } = {},
): Field => ({ ...base(key, en, fr, more), kind: 'group', fields }) as Field;

/** Questions whose kind says all. */
const plain =
  (kind: 'date' | 'email' | 'country' | 'disease' | 'organisation' | 'contact' | 'attachments') =>
  (key: string, en: string, fr: string, more: More = {}): Field =>
    ({ ...base(key, en, fr, more), kind }) as Field;

export const date = plain('date');
export const email = plain('email');
export const country = plain('country');
export const disease = plain('disease');
export const organisation = plain('organisation');
export const contact = plain('contact');
export const attachments = plain('attachments');
