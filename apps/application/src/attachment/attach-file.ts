import { type Context, firstRefusal, type Refusal, refuse } from '@hub/decider';
import { type ApplicationEvent, slice } from '../application/application.js';
import type { FormFacts } from '../application/draft.js';
import { onlyMarkedFieldsChange } from '../application/save-answers.js';
import { type Answers, type Form, fieldsOf } from '../form/form.js';
import type { RefusalCode } from '../refusals.js';
import type { AttachedFile } from './attached-file.js';

export type AttachFile = Omit<AttachedFile, 'sent' | 'removed'>;

/** Policy: more files than this help nobody who has to read them. */
const mostFiles = 200;

/** Somebody of the team attaches a file that has arrived: to a draft, or to a marked field while information is awaited. */
export const attachFile = slice({
  name: 'attach-file',
  by: ['lead', 'member'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide(file: AttachFile, state, { forms }: Context & FormFacts) {
    const form = forms.of(state);
    const refusal = firstRefusal(
      fieldIsOnTheForm(form, file.field),
      onlyMarkedFieldsChange(state, [file.field ?? 'attachments']),
      thereIsRoom(state.attachments),
    );
    return refusal ?? [{ type: 'file-attached', ...file }, ...answering(form, state.answers, file)];
  },
});

function fieldIsOnTheForm(form: Form, field: string | undefined): Refusal<RefusalCode> | undefined {
  const known = field === undefined || fieldsOf(form).some(([name]) => name === field);
  return known ? undefined : refuse('unknown-fields', { fields: [field] });
}

const thereIsRoom = (files: readonly AttachedFile[]): Refusal<RefusalCode> | undefined =>
  files.filter(({ removed }) => !removed).length >= mostFiles
    ? refuse('too-many-files', { most: mostFiles })
    : undefined;

/** A field that asks for files is answered by attaching one. */
function answering(form: Form, answers: Answers, { field, attachmentId }: AttachFile): ApplicationEvent[] {
  if (field === undefined || !asksForFiles(form, field)) return [];
  const before = answers[field];
  const ids = Array.isArray(before) ? (before as readonly string[]) : [];
  return [{ type: 'answers-saved', answers: { [field]: [...ids, attachmentId] } }];
}

const asksForFiles = (form: Form, field: string): boolean =>
  fieldsOf(form).some(([name, { kind }]) => name === field && kind === 'attachments');
