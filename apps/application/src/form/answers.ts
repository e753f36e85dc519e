import {
  type Answers,
  type AnswerValue,
  type Bilingual,
  type Field,
  type Form,
  fieldsOf,
  isAnswered,
  type Parts,
  publicBodyField,
  shownFields,
  shownParts,
} from './form.js';
import { isParts, type Misfit, type MisfitCode, misfit, unknownPart } from './misfit.js';
import { partsOf } from './parts-of.js';

/** One answer that is wrong or missing, and why. */
export interface AnswerError extends Bilingual {
  /** `section.field`; of a part with its row and key behind: `data.cohorts.0.size`. */
  readonly field: string;
  readonly code: MisfitCode | 'missing' | 'public-bodies-only' | 'no-such-attachment';
}

/** The fields that the form does not have. */
export function unknownFields(form: Form, answers: Answers): string[] {
  const known = new Set(fieldsOf(form).map(([name]) => name));
  return Object.keys(answers).filter((name) => !known.has(name));
}

/** Every answer that does not fit its question; what is not answered is no error here. */
export function invalidAnswers(form: Form, answers: Answers): AnswerError[] {
  return shownFields(form, answers).flatMap(([name, field]) => wrongIn(name, field, answers[name], answers));
}

function wrongIn(name: string, field: Field, value: AnswerValue | undefined, answers: Answers): AnswerError[] {
  if (value === undefined || !isAnswered(value)) return [];
  const whole = misfit(field, value);
  if (whole) return [wrong(name, whole)];
  return rowsOf(name, field, value).flatMap(([path, row]) => {
    const parts = partsOf(field);
    const unknown = Object.keys(row).filter((key) => !parts.some((part) => part.key === key));
    return [
      ...unknown.map((key) => wrong(`${path}.${key}`, unknownPart)),
      ...shownParts(parts, row, answers).flatMap((part) =>
        wrongIn(`${path}.${part.key}`, part, row[part.key], answers),
      ),
    ];
  });
}

/** Every required field that is shown and not answered. */
export function missingAnswers(form: Form, answers: Answers): AnswerError[] {
  return shownFields(form, answers).flatMap(([name, field]) => missingIn(name, field, answers[name], answers));
}

function missingIn(name: string, field: Field, value: AnswerValue | undefined, answers: Answers): AnswerError[] {
  if (value === undefined || !isAnswered(value)) return field.required ? [missing(name, field)] : [];
  return rowsOf(name, field, value).flatMap(([path, row]) =>
    shownParts(partsOf(field), row, answers).flatMap((part) =>
      missingIn(`${path}.${part.key}`, part, row[part.key], answers),
    ),
  );
}

/** What is open to public bodies only, while the applicant says that they are none. */
export function reservedAnswers(form: Form, answers: Answers): AnswerError[] {
  if (answers[publicBodyField] !== false) return [];
  const chosen = shownFields(form, answers).flatMap(([name, field]) => {
    const value = answers[name];
    if (field.kind !== 'choices' || !Array.isArray(value)) return [];
    const reserved = field.options.filter((option) => option.publicBodiesOnly && value.includes(option.value as never));
    return reserved.map(({ en, fr }) => ({
      field: name,
      code: 'public-bodies-only' as const,
      en: `"${en}" is open to public bodies only. Choose another purpose.`,
      fr: `« ${fr} » est réservé aux organismes publics. Choisissez une autre finalité.`,
    }));
  });
  return form.publicBodiesOnly ? [notAPublicBody, ...chosen] : chosen;
}

/** Answers that name a file which the application does not have. */
export function unknownFiles(form: Form, answers: Answers, attached: readonly string[]): AnswerError[] {
  return fileFields(form).flatMap((name) => {
    const named = answers[name];
    const ids: readonly unknown[] = Array.isArray(named) ? named : [];
    return ids.every((id) => attached.includes(id as string)) ? [] : [{ field: name, ...noSuchAttachment }];
  });
}

/** The fields that ask for files. */
export const fileFields = (form: Form): string[] =>
  fieldsOf(form).flatMap(([name, { kind }]) => (kind === 'attachments' ? [name] : []));

const noSuchAttachment = {
  code: 'no-such-attachment' as const,
  en: 'Names a file that is not attached to this application. Attach it first.',
  fr: "Désigne un fichier qui n'est pas joint à cette demande. Joignez-le d'abord.",
};

const notAPublicBody: AnswerError = {
  field: publicBodyField,
  code: 'public-bodies-only',
  en: 'This procedure is open to public bodies only. Begin an application under another procedure.',
  fr: 'Cette procédure est réservée aux organismes publics. Commencez une demande sous une autre procédure.',
};

/** The parts of a compound answer, with the path of each row. */
function rowsOf(name: string, field: Field, value: AnswerValue): (readonly [path: string, row: Parts])[] {
  if (field.kind === 'group' && Array.isArray(value)) {
    return (value as readonly unknown[]).flatMap((row, index) =>
      isParts(row) ? [[`${name}.${index}`, row] as const] : [],
    );
  }
  return partsOf(field).length > 0 && isParts(value) ? [[name, value]] : [];
}

const wrong = (field: string, { code, en, fr }: Misfit): AnswerError => ({ field, code, en, fr });

const missing = (field: string, { label }: Field): AnswerError => ({
  field,
  code: 'missing',
  en: `${label.en}: an answer is required.`,
  fr: `${label.fr} : une réponse est obligatoire.`,
});
