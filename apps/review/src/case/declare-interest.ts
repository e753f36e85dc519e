import { type Context, type Person, refuse } from '@hub/decider';
import { slice } from './case.js';
import { type ConflictFacts, declaredElsewhere, isConflicted } from './conflict-facts.js';
import { isCleared, isRecused } from './item.js';

/**
 * A member declares an interest in the project, or none. An interest recuses: no sight of the file, no place in the
 * quorum. Who declared none may still discover an interest later; who is recused stays so.
 */
export const declareInterest = slice({
  name: 'declare-interest',
  by: ['undeclared', 'member'],
  in: ['COMMITTEE_REVIEW'],
  decide({ interest }: { interest: boolean }, { item }, { actor, conflicts = {} }: Context & ConflictFacts) {
    const member = actor as Person; // system actors are neither `undeclared` nor `member`
    const elsewhere = interest ? undefined : declaredElsewhere(actor, { conflicts });
    if (elsewhere) return elsewhere;
    if (isCleared(item, member.id) && !interest) return refuse('declared-already');
    return [{ type: 'interest-declared', memberId: member.id, organisationId: member.organisation, interest }];
  },
});

/** The president confirms the recusal of a member whose standing declaration names the project. */
export const recuseMember = slice({
  name: 'recuse-member',
  by: ['president'],
  in: ['COMMITTEE_REVIEW'],
  decide({ memberId }: { memberId: string }, { item }, { conflicts = {} }: Context & ConflictFacts) {
    if (isRecused(item, memberId)) return refuse('recused-already', { memberId });
    if (!isConflicted(memberId, { conflicts })) return refuse('nothing-declared', { memberId });
    const organisationId = item.declarations[memberId]?.organisationId ?? '';
    return [{ type: 'interest-declared', memberId, organisationId, interest: true }];
  },
});
