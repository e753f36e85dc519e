/** A sentence in both languages of the hub. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** Another field has one of these answers. Inside a repeated group a key without a dot is the same row's. */
export interface Condition {
  readonly field: string;
  readonly is: readonly (string | boolean)[];
}

export type Option = Bilingual & {
  readonly value: string;
  /** Regulation (EU) 2025/327, art. 53(2): some purposes are open to public bodies only. */
  readonly publicBodiesOnly?: true;
};

/** What a new draft offers as an answer, taken from the account that begins it. */
export type Prefill = 'person.name' | 'organisation.name';

interface FieldBase {
  /** Stable key; with its section's key in front it names the field everywhere: `purpose.aim`. */
  readonly key: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly required: boolean;
  /** The field exists only while all of these hold; a hidden field never blocks. */
  readonly when?: Condition | readonly Condition[];
  readonly prefill?: Prefill;
  /** The body whose question it is, where it is not one of the common form. */
  readonly addedBy?: string;
}

export type Field = FieldBase &
  (
    | { readonly kind: 'text'; readonly maxWords?: number; readonly long?: true }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] }
    | { readonly kind: 'boolean'; readonly mustBe?: true }
    | { readonly kind: 'date' | 'email' | 'phone' | 'country' | 'disease' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
    /** Ids of attachments of the application. */
    | { readonly kind: 'attachments' }
    /** One thing of several parts; `organisation` and `contact` have parts that every form shares. */
    | { readonly kind: 'organisation' | 'contact' }
    /** Rows of parts. */
    | { readonly kind: 'group'; readonly fields: readonly Field[]; readonly least?: number; readonly most?: number }
  );

export interface Section {
  readonly key: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly help?: Bilingual;
  readonly fields: readonly Field[];
  /** Section 1 is the basket, which is structure and not answers. */
  readonly basket?: boolean;
}

export interface FormReference {
  readonly id: string;
  readonly version: number;
}

/** A form definition of one version: what was submitted under it is never altered by a later one. */
export interface Form extends FormReference {
  readonly sections: readonly Section[];
  /** What bodies added to it; absent where nothing is. */
  readonly additions?: readonly (FormReference & { readonly body: string })[];
  /** The procedure is open to public bodies only, and the form says whether the applicant is one. */
  readonly publicBodiesOnly?: true;
}

type Scalar = string | number | boolean | null;

/** One thing of several parts: an organisation, a contact, a row of a group. */
export interface Parts {
  readonly [key: string]: AnswerValue;
}

/** `null` and the empty text take an answer back. */
export type AnswerValue = Scalar | readonly string[] | Parts | readonly Parts[];

/** Answers by `section.field`. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export type NamedField = readonly [name: string, field: Field];

/** The form's own answer to whether the applicant is a public body, where it asks. */
export const publicBodyField = 'applicant.publicBody';

/** Every field with its full name. */
export function fieldsOf(form: Form): NamedField[] {
  return form.sections.flatMap((section) =>
    section.fields.map((field) => [`${section.key}.${field.key}`, field] as const),
  );
}

/** The fields that show: a field hangs on others only while these show themselves. */
export function shownFields(form: Form, answers: Answers): NamedField[] {
  const all = fieldsOf(form);
  const byName = new Map(all);
  const shows = (field: Field): boolean =>
    conditionsOf(field).every((condition) => {
      const other = byName.get(condition.field);
      return holds(condition, answers[condition.field]) && (other === undefined || shows(other));
    });
  return all.filter(([, field]) => shows(field));
}

/** The parts of a row that show; a condition may name a part of the row, or a field of the form. */
export function shownParts(parts: readonly Field[], row: Parts, answers: Answers): Field[] {
  return parts.filter((part) =>
    conditionsOf(part).every((condition) =>
      holds(condition, condition.field.includes('.') ? answers[condition.field] : row[condition.field]),
    ),
  );
}

export const conditionsOf = ({ when }: Field): readonly Condition[] =>
  when === undefined ? [] : 'field' in when ? [when] : when;

function holds({ is }: Condition, answer: AnswerValue | undefined): boolean {
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((value) => is.includes(value as string | boolean));
}

export const isAnswered = (value: AnswerValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
