import { type Person, refuse } from '@hub/decider';
import { slice } from './case.js';
import { isCleared } from './item.js';

/**
 * A member declares an interest in the project, or none. An interest recuses: no sight of the file, no place in the
 * quorum. Who declared none may still discover an interest later; who is recused stays so.
 */
export const declareInterest = slice({
  name: 'declare-interest',
  by: ['undeclared', 'member'],
  in: ['COMMITTEE_REVIEW'],
  decide({ interest }: { interest: boolean }, { item }, { actor }) {
    const member = actor as Person; // system actors are neither `undeclared` nor `member`
    if (isCleared(item, member.id) && !interest) return refuse('declared-already');
    return [{ type: 'interest-declared', memberId: member.id, organisationId: member.organisation, interest }];
  },
});
