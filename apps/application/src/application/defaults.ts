import {
  type Answers,
  type AnswerValue,
  type Bilingual,
  type Field,
  type Form,
  isAnswered,
  shownFields,
} from '../form/form.js';

/** Who is signed in, as the directory says. */
export interface Account {
  readonly name: string | null;
  /** The one that they act for now. */
  readonly organisation: string | null;
  readonly mayActFor: readonly { readonly id: string; readonly name: Bilingual }[];
}

/**
 * Answers that the account offers for questions that have none yet. Nothing is saved: the applicant takes them or not.
 * The hub holds no e-mail addresses, so that none is offered.
 */
export function defaultsFor(form: Form, answers: Answers, account: Account, language: 'en' | 'fr'): Answers {
  const offers = shownFields(form, answers).flatMap(([name, field]) => {
    const offer = isAnswered(answers[name]) ? undefined : offerFor(field, account, language);
    return offer === undefined ? [] : [[name, offer] as const];
  });
  return Object.fromEntries(offers);
}

function offerFor(field: Field, account: Account, language: 'en' | 'fr'): AnswerValue | undefined {
  const known = knownOf(field, account, language);
  if (!known) return undefined;
  return field.kind === 'organisation' || field.kind === 'contact' ? { name: known } : known;
}

function knownOf({ prefill }: Field, { name, organisation, mayActFor }: Account, language: 'en' | 'fr') {
  switch (prefill) {
    case 'person.name':
      return name ?? undefined;
    case 'organisation.name':
      return mayActFor.find(({ id }) => id === organisation)?.name[language];
    default:
      return undefined;
  }
}
