import { type Actor, actorId, firstRefusal, refuse } from '@hub/decider';
import { type MandateTerms, mandateSlice } from './mandate.js';

/** What the directory knows about the parties. */
export interface Parties {
  readonly personKnown: boolean;
  readonly organisationKnown: boolean;
  /** Whether the same person already holds the same role for the same organisation. */
  readonly alreadyGiven: boolean;
}

export const giveMandate = mandateSlice<MandateTerms, 'absent', Parties>({
  name: 'give-mandate',
  by: ['administrator', 'hub'],
  in: ['absent'],
  decide: (terms, _state, { actor, personKnown, organisationKnown, alreadyGiven }) =>
    firstRefusal(
      personKnown ? undefined : refuse('person-unknown', { personId: terms.personId }),
      organisationKnown ? undefined : refuse('organisation-unknown', { organisationId: terms.organisationId }),
      periodIsNotReversed(terms),
      nobodyMandatesThemselves(terms, actor),
      alreadyGiven ? refuse('already-given', { role: terms.role }) : undefined,
    ) ?? [{ type: 'MandateGiven', ...terms, givenBy: actorId(actor) }],
});

const periodIsNotReversed = ({ from, to }: MandateTerms) =>
  to !== undefined && to < from ? refuse('period-reversed', { from, to }) : undefined;

/** Whoever gives roles must not be able to collect them all: it takes a second administrator. */
const nobodyMandatesThemselves = ({ personId }: MandateTerms, actor: Actor) =>
  actor.kind === 'person' && actor.id === personId ? refuse('own-mandate') : undefined;
