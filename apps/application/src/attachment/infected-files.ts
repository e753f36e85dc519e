import { refuse } from '@hub/decider';
import type { AttachedFile } from './attached-file.js';

/** What the scanner has said of an application's files: a fact for the rules that send them. */
export interface ScanFacts {
  /** Ids of the infected ones. */
  readonly infected: readonly string[];
}

/**
 * Nothing infected is sent. A file that no scanner looks at, or whose scan still runs, goes: a scanner that is away
 * must not cost an applicant the limit, and nobody can download such a file before it is found clean. One that was
 * sent before and only then found infected may stand on a field that is closed: it holds up no answer.
 */
export function noInfectedFileIsSent(attachments: readonly AttachedFile[], { infected }: ScanFacts) {
  const found = attachments.filter(
    ({ attachmentId, sent, removed }) => !sent && !removed && infected.includes(attachmentId),
  );
  return found.length > 0
    ? refuse('files-infected', {
        files: found.map(({ name }) => name),
        attachments: found.map(({ attachmentId, field }) => ({ attachmentId, ...(field !== undefined && { field }) })),
      })
    : undefined;
}
