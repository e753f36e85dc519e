import { type Actor, actorId, refuse } from '@hub/decider';
import type { Conflicts } from '../interests/conflicts.js';

/** Whom their standing declaration ties to this project: a fact that the store adds to every order on an item. */
export interface ConflictFacts {
  readonly conflicts?: Conflicts;
}

export const isConflicted = (memberId: string, { conflicts = {} }: ConflictFacts): boolean => memberId in conflicts;

/** Who has declared a tie in public cannot act as if there were none. */
export function declaredElsewhere(actor: Actor, { conflicts = {} }: ConflictFacts) {
  const ties = conflicts[actorId(actor)];
  return ties && refuse('declared-elsewhere', { entries: ties });
}
