import { type Answers, type AnswerValue, type Field, type Form, shownFields, shownParts } from '../src/form/form.js';
import { partsOf } from '../src/form/parts-of.js';

/** Answers that leave nothing missing, for any form: conditions decide what shows, so it is filled until nothing more does. */
export function filling(form: Form, given: Answers = {}): Answers {
  let answers = given;
  for (;;) {
    const open = shownFields(form, answers).find(([name, field]) => field.required && !(name in answers));
    if (!open) return answers;
    answers = { ...answers, [open[0]]: answerTo(open[1], answers) };
  }
}

function answerTo(field: Field, answers: Answers): AnswerValue {
  switch (field.kind) {
    case 'text':
      return `About ${field.key}`;
    case 'boolean':
      return field.mustBe ?? field.key === 'publicBody';
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'choices':
      return ['e'];
    case 'number':
      return field.min ?? 1;
    case 'date':
      return '2026-09-01';
    case 'email':
      return 'contact@example.org';
    case 'phone':
      return '+33 1 23 45 67 89';
    case 'country':
      return 'FR';
    case 'disease':
      return 'MONDO:0005148';
    case 'attachments':
      return ['attachment-1'];
    case 'group':
      return [rowOf(field, answers)];
    default:
      return rowOf(field, answers);
  }
}

function rowOf(field: Field, answers: Answers) {
  let row: Record<string, AnswerValue> = {};
  for (;;) {
    const open = shownParts(partsOf(field), row, answers).find((part) => part.required && !(part.key in row));
    if (!open) return row;
    row = { ...row, [open.key]: answerTo(open, answers) };
  }
}
