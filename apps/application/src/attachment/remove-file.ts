import { refuse } from '@hub/decider';
import { type ApplicationEvent, slice } from '../application/application.js';
import { onlyMarkedFieldsChange } from '../application/save-answers.js';

export interface RemoveFile {
  readonly attachmentId: string;
}

/** Somebody of the team takes a file out: of a draft, or of a marked field while information is awaited. */
export const removeFile = slice({
  name: 'remove-file',
  by: ['lead', 'member'],
  in: ['DRAFT', 'AWAITING_ADDITIONAL_INFORMATION'],
  decide({ attachmentId }: RemoveFile, state) {
    const file = state.attachments.find((candidate) => candidate.attachmentId === attachmentId && !candidate.removed);
    if (!file) return refuse('no-such-file');
    const refusal = onlyMarkedFieldsChange(state, [file.field ?? 'attachments']);
    if (refusal) return refusal;
    const answer = file.field === undefined ? undefined : state.answers[file.field];
    const answered: ApplicationEvent[] =
      file.field !== undefined && Array.isArray(answer) && (answer as readonly unknown[]).includes(attachmentId)
        ? [
            {
              type: 'answers-saved',
              answers: { [file.field]: (answer as readonly string[]).filter((id) => id !== attachmentId) },
            },
          ]
        : [];
    return [{ type: 'file-removed', attachmentId }, ...answered];
  },
});
