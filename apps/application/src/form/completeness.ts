import { type AnswerError, invalidAnswers, missingAnswers, reservedAnswers } from './answers.js';
import type { Answers, Form } from './form.js';

export interface SectionCompleteness {
  readonly section: string;
  readonly number: number;
  readonly complete: boolean;
  /** What is missing or wrong in it. */
  readonly errors: readonly AnswerError[];
}

/** For each section whether nothing is missing and no answer is wrong. */
export function completeness(form: Form, answers: Answers, basketChosen: boolean): SectionCompleteness[] {
  const errors = [
    ...missingAnswers(form, answers),
    ...invalidAnswers(form, answers),
    ...reservedAnswers(form, answers),
  ];
  return form.sections.map((section) => {
    const own = section.basket
      ? basketChosen
        ? []
        : [emptyBasket(section.key)]
      : errors.filter((error) => error.field.startsWith(`${section.key}.`));
    return { section: section.key, number: section.number, complete: own.length === 0, errors: own };
  });
}

const emptyBasket = (section: string): AnswerError => ({
  field: section,
  code: 'missing',
  en: 'Choose at least one dataset with its columns and a period.',
  fr: 'Choisissez au moins un jeu de données, ses colonnes et une période.',
});
