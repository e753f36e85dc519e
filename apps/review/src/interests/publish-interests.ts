import { addMonths, civilDayAt, isoDay } from '@hub/clock';
import { actorId, firstRefusal, refuse } from '@hub/decider';
import { slice, type Tie } from './interests.js';
import type { InterestsRefusal } from './interests.refusals.js';

/** A member publishes all ties, in the place of what was published before. */
export const publishInterests = slice({
  name: 'publish-interests',
  by: ['self'],
  in: ['ABSENT', 'PUBLISHED'],
  decide: ({ ties }: { ties: readonly Tie[] }, _state, { actor, now }) =>
    firstRefusal<InterestsRefusal>(endsAfterItBegins(ties), onceEach(ties)) ?? [
      { type: 'published', at: now.toISOString(), memberId: actorId(actor), ties, confirmBy: oneYearAfter(now) },
    ],
});

/** Declarations are brought up to date every year (Public Health Code, art. R1451-3); the day counts in Paris. */
export const oneYearAfter = (now: Date): string => isoDay(addMonths(civilDayAt(now, 'Europe/Paris'), 12));

function endsAfterItBegins(ties: readonly Tie[]) {
  const fields = ties.flatMap(({ since, until }, index) => (until && until < since ? [`ties.${index}.until`] : []));
  return fields.length > 0 ? refuse('tie-ends-before-it-begins', { fields }) : undefined;
}

function onceEach(ties: readonly Tie[]) {
  const keys = ties.map(({ kind, to, id, since }) => [kind, to, id, since].join(' '));
  const fields = keys.flatMap((key, index) => (keys.indexOf(key) < index ? [`ties.${index}`] : []));
  return fields.length > 0 ? refuse('tie-declared-twice', { fields }) : undefined;
}
