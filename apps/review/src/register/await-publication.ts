import { type Context, refuse } from '@hub/decider';
import { type Entry, slice } from './entry.js';

/** Of which case, and until when its decision is to be published. */
export interface AwaitedPublication {
  readonly caseId: string;
  readonly dueAt: string;
}

/** The hub is reminded once that a decision waits to be published; not any more when its time has ended. */
export const remindPublication = slice({
  name: 'remind-publication',
  by: ['system'],
  in: ['ABSENT', 'PUBLISHED'],
  decide({ remindAt }: { remindAt: string }, state, { now, caseId, dueAt }: Context & AwaitedPublication) {
    const at = now.toISOString();
    if (isPublished(state) || at < remindAt || at > dueAt) return refuse('publication-not-due', { dueAt });
    return [{ type: 'publication-near', caseId, dueAt, remindAt }];
  },
});

/** The time has ended and the decision is not published: everybody sees it (Regulation (EU) 2025/327, art. 57(1)(j)). */
export const missPublication = slice({
  name: 'miss-publication',
  by: ['system'],
  in: ['ABSENT', 'PUBLISHED'],
  decide(_command: object, state, { now, caseId, dueAt }: Context & AwaitedPublication) {
    if (isPublished(state) || now.toISOString() <= dueAt) return refuse('publication-not-due', { dueAt });
    return [{ type: 'publication-missed', caseId, dueAt }];
  },
});

const isPublished = (state: Entry): boolean => state.status === 'PUBLISHED' && state.texts.decision !== undefined;
