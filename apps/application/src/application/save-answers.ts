import { type Context, firstRefusal, type Refusal, refuse } from '@hub/decider';
import { invalidAnswers, unknownFields, unknownFiles } from '../form/answers.js';
import type { Answers, Form } from '../form/form.js';
import type { RefusalCode } from '../refusals.js';
import { type Application, type Content, slice } from './application.js';
import type { FormFacts } from './draft.js';

export interface SaveAnswers {
  /** By `section.field`; fields that are not named keep their answers. */
  readonly answers: Answers;
}

/** Somebody of the team saves answers: any of a draft, the marked ones while information is awaited. */
export const saveAnswers = slice({
  name: 'save-answers',
  by: ['lead', 'member'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide({ answers }: SaveAnswers, state, { forms }: Context & FormFacts) {
    const form = forms.of(state);
    const refusal = firstRefusal(
      everyFieldIsOnTheForm(form, answers),
      onlyMarkedFieldsChange(state, Object.keys(answers)),
      everyAnswerFits(form, answers, state),
    );
    return refusal ?? [{ type: 'answers-saved', answers }];
  },
});

function everyFieldIsOnTheForm(form: Form, answers: Answers): Refusal<RefusalCode> | undefined {
  const fields = unknownFields(form, answers);
  return fields.length > 0 ? refuse('unknown-fields', { fields }) : undefined;
}

/** While information is awaited, only the marked fields are open: what was reviewed must not move. */
export function onlyMarkedFieldsChange(
  state: Application,
  fields: readonly string[],
): Refusal<RefusalCode> | undefined {
  if (state.status !== 'AWAITING_ADDITIONAL_INFORMATION') return undefined;
  const marked = state.request.fields;
  const others = fields.filter((field) => !marked.includes(field));
  return others.length > 0 ? refuse('field-not-marked', { fields: others, marked }) : undefined;
}

function everyAnswerFits(form: Form, answers: Answers, state: Content): Refusal<RefusalCode> | undefined {
  const attached = state.attachments.flatMap(({ attachmentId, removed }) => (removed ? [] : [attachmentId]));
  const errors = [
    ...invalidAnswers(form, { ...state.answers, ...answers }).filter(({ field }) => fieldOf(field) in answers),
    ...unknownFiles(form, answers, attached),
  ];
  return errors.length > 0 ? refuse('answers-invalid', { errors }) : undefined;
}

/** Of `data.cohorts.0.size`: the field `data.cohorts`. */
const fieldOf = (path: string): string => path.split('.').slice(0, 2).join('.');
