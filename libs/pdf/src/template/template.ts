/** What a document says, as data: an operator replaces it without touching code. */

/** Words in both languages; a plain string where it holds placeholders and signs, and no words. */
export type Wording = string | { readonly en: string; readonly fr: string };

/** On a value: a part with neither stands always. */
interface Conditional {
  readonly when?: string;
  readonly unless?: string;
}

export type Part = Conditional &
  (
    | { readonly kind: 'text'; readonly text: Wording }
    /** Names and what they are; a fact without a value is left out. */
    | { readonly kind: 'facts'; readonly facts: readonly { readonly name: Wording; readonly value: Wording }[] }
    | { readonly kind: 'list'; readonly of: string; readonly item: Wording }
    | {
        readonly kind: 'table';
        readonly of: string;
        readonly columns: readonly { readonly head: Wording; readonly cell: Wording }[];
      }
  );

export interface Section extends Conditional {
  readonly heading?: Wording;
  readonly parts: readonly Part[];
}

export interface Template {
  readonly id: string;
  readonly version: number;
  /** The kind of document that it is of. */
  readonly document: string;
  /** The first day on which documents are made by it, as `2027-01-31`; absent: every day. */
  readonly from?: string;
  readonly title: Wording;
  readonly subtitle?: Wording;
  readonly footer?: Wording;
  readonly sections: readonly Section[];
}

/** A value by its placeholder, a condition, or rows with fields of these names. */
export type Placeholders = Readonly<Record<string, 'text' | 'flag' | readonly string[]>>;

/** What code must give to fill a template; an empty text is absent. */
export type ValuesOf<Names extends Placeholders> = {
  readonly [Name in keyof Names]: Names[Name] extends readonly (infer Field extends string)[]
    ? readonly { readonly [Each in Field]: string | boolean }[]
    : Names[Name] extends 'flag'
      ? boolean
      : string;
};

/** What the template of one kind of document may name, and what it must. */
export interface DocumentKind {
  readonly placeholders: Placeholders;
  /** Names, or `rows.field`. */
  readonly mandatory: readonly string[];
}
