import { actorId, firstRefusal, refuse } from '@hub/decider';
import { committeeOf, quorumOf } from '@hub/procedures';
import { type Case, slice } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { type Item, isCleared, recused } from './item.js';
import { timeIsUp } from './time-is-up.js';

type UnderReview = Extract<Case, { status: 'COMMITTEE_REVIEW' }>;

/** The president opens the item: who is present and how many must be are frozen from here on. */
export const openVote = slice({
  name: 'open-vote',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  decide({ present: named }: { present: readonly string[] }, state, { actor, now }) {
    const present = [...new Set([actorId(actor), ...named])]; // who opens is there
    const quorum = quorumOf(committeeOf(state.file.procedure).quorum, recused(state.item).length);
    const refusal = firstRefusal<CaseRefusal>(
      timeIsUp(state.file, 'COMMITTEE_OPINION', now),
      state.item.vote.status === 'OPEN' ? refuse('vote-open') : undefined,
      reportsAreFiled(state.item),
      presentAreCleared(present, state),
      present.length < quorum ? refuse('quorum-not-reached', { quorum, present: present.length }) : undefined,
    );
    return refusal ?? [{ type: 'vote-opened', at: now.toISOString(), present, quorum }];
  },
});

function reportsAreFiled({ rapporteurs, reports }: Item) {
  if (rapporteurs.length === 0) return refuse('rapporteurs-missing');
  const persons = rapporteurs.filter((id) => !reports.some(({ rapporteurId }) => rapporteurId === id));
  return persons.length > 0 ? refuse('reports-missing', { persons }) : undefined;
}

function presentAreCleared(present: readonly string[], { item }: UnderReview) {
  const persons = present.filter((id) => !isCleared(item, id));
  return persons.length > 0 ? refuse('present-not-cleared', { persons }) : undefined;
}
