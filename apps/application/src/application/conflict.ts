import { isDeepStrictEqual } from 'node:util';
import { type Contents, changesBetween, type Submission } from './submissions.js';

export interface ChangedMeanwhile {
  readonly field: string;
  /** What both began with. */
  readonly base: Contents;
  readonly theirs: Contents;
}

/** Two people changed the same field to different answers. */
export interface Conflict extends ChangedMeanwhile {
  readonly yours: Contents;
}

/** What a stale save meets: everything that others changed, and where that collides. Whoever saved loses nothing. */
export function conflictOf(base: Submission, theirs: Submission, yours: Readonly<Record<string, Contents>>) {
  const changed: ChangedMeanwhile[] = changesBetween(base, theirs).map(({ field, earlier, answer }) => ({
    ...{ field, base: earlier, theirs: answer },
  }));
  const conflicts: Conflict[] = changed.flatMap((change) => {
    const mine = yours[change.field];
    return mine === undefined || isDeepStrictEqual(mine, change.theirs) ? [] : [{ ...change, yours: mine }];
  });
  return { changed, conflicts, yours };
}

export const nothingYet: Submission = { answers: {} };
