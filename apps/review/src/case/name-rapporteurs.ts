import { type Context, firstRefusal, type Refusal, refuse } from '@hub/decider';
import { committeeOf } from '@hub/procedures';
import { type Case, slice } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { type ConflictFacts, isConflicted } from './conflict-facts.js';
import { isCleared, isRecused } from './item.js';
import { monthOf, type SlotFacts, slotsFor } from './rapporteur-slots.js';
import { isOfApplicant } from './relations.js';

type UnderReview = Extract<Case, { status: 'COMMITTEE_REVIEW' }>;

export interface NameRapporteurs {
  readonly rapporteurs: readonly string[];
}

/** The president names the rapporteurs, or others in their place while the vote is not open. */
export const nameRapporteurs = slice({
  name: 'name-rapporteurs',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  offered: ({ item }) => item.vote.status !== 'OPEN',
  decide({ rapporteurs }: NameRapporteurs, state, facts: Context & ConflictFacts & SlotFacts) {
    const month = monthOf(facts.now);
    const { filesPerRapporteurAndMonth: most } = committeeOf(state.file.procedure);
    const { slots, full } = slotsFor(rapporteurs, facts, month, most);
    const refusal = firstRefusal<CaseRefusal>(
      voteIsOpen(state),
      rightNumber(rapporteurs, state),
      notOfTheApplicant(rapporteurs, state),
      notRecused(rapporteurs, state),
      cleared(rapporteurs, state),
      without(rapporteurs, (id) => isConflicted(id, facts), 'members-conflicted'),
      full.length > 0 ? refuse('rapporteurs-full', { persons: full, most, month }) : undefined,
    );
    return refusal ?? [{ type: 'rapporteurs-named', rapporteurs, slots }];
  },
});

const voteIsOpen = ({ item }: UnderReview) => (item.vote.status === 'OPEN' ? refuse('vote-open') : undefined);

function rightNumber(rapporteurs: readonly string[], { file }: UnderReview) {
  const { rapporteurs: count } = committeeOf(file.procedure);
  return new Set(rapporteurs).size === count && rapporteurs.length === count
    ? undefined
    : refuse('rapporteurs-count', { count });
}

/** The team may have grown since the member declared. */
const notOfTheApplicant = (rapporteurs: readonly string[], { file, item }: UnderReview) =>
  without(
    rapporteurs,
    (id) => isOfApplicant(file, id, item.declarations[id]?.organisationId ?? ''),
    'rapporteurs-of-the-applicant',
  );

const notRecused = (rapporteurs: readonly string[], { item }: UnderReview) =>
  without(rapporteurs, (id) => isRecused(item, id), 'rapporteurs-recused');

const cleared = (rapporteurs: readonly string[], { item }: UnderReview) =>
  without(rapporteurs, (id) => !isCleared(item, id), 'rapporteurs-not-cleared');

function without<Code extends CaseRefusal>(
  ids: readonly string[],
  hinders: (id: string) => boolean,
  code: Code,
): Refusal<Code> | undefined {
  const persons = ids.filter(hinders);
  return persons.length > 0 ? refuse(code, { persons }) : undefined;
}
