/** A sentence in both languages of the hub. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

interface FieldBase {
  /** Stable key; with its section's key in front it names the field everywhere: `purpose.aim`. */
  readonly key: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly required: boolean;
  /** The field exists only while another field has one of these answers; a hidden field never blocks. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
}

export type Field = FieldBase &
  (
    | { readonly kind: 'text'; readonly maxWords?: number }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly (Bilingual & { readonly value: string })[] }
    | { readonly kind: 'boolean'; readonly mustBe?: true }
    | { readonly kind: 'date' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'email' }
  );

export interface Section {
  readonly key: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly fields: readonly Field[];
  /** Section 1 is the basket, which is structure and not answers. */
  readonly basket?: boolean;
}

/** A form definition of one version: what was submitted under it is never altered by a later one. */
export interface Form {
  readonly id: string;
  readonly version: number;
  readonly sections: readonly Section[];
}

export type AnswerValue = string | number | boolean | readonly string[];

/** Answers by `section.field`. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Every field with its full name. */
export function fieldsOf(form: Form): (readonly [name: string, field: Field])[] {
  return form.sections.flatMap((section) =>
    section.fields.map((field) => [`${section.key}.${field.key}`, field] as const),
  );
}

export function isShown(field: Field, answers: Answers): boolean {
  if (!field.when) return true;
  const answer = answers[field.when.field];
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((value) => field.when?.is.includes(value as string | boolean));
}

export const isAnswered = (value: AnswerValue | undefined): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
