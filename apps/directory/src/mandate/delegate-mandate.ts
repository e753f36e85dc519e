import { actorId, firstRefusal, refuse } from '@hub/decider';
import { civilDay } from '../exchange/civil-day.js';
import { type Delegation, type GivenMandate, type MandateTerms, mandateSlice } from './mandate.js';
import { personalRoles } from './roles.js';

export interface Deputy {
  /** Whether the delegate holds a mandate of the same organisation today. */
  readonly delegateIsOfOrganisation: boolean;
}

/**
 * During an absence, somebody of the same organisation acts in the holder's role. Whose role it is stands in the
 * delegate's token. They are no holder, so that they cannot delegate it in turn.
 */
export const delegateMandate = mandateSlice<Delegation, 'given', Deputy>({
  name: 'delegate-mandate',
  by: ['holder'],
  in: ['given'],
  decide: (delegation, state, { now, delegateIsOfOrganisation }) =>
    firstRefusal(
      roleIsNotPersonal(state.terms),
      nobodyIsTheirOwnDelegate(delegation, state.terms),
      delegateIsOfOrganisation ? undefined : refuse('delegate-elsewhere', { delegateId: delegation.delegateId }),
      periodIsWithinTheMandate(delegation, state.terms, civilDay(now)),
      oneDelegationAtATime(state),
    ) ?? [{ type: 'MandateDelegated', ...delegation }],
});

/** By its holder, by the delegate who gives it back, or by those who end mandates. */
export const endDelegation = mandateSlice<Record<string, never>, 'given'>({
  name: 'end-delegation',
  by: ['holder', 'delegate', 'administrator', 'representative'],
  in: ['given'],
  decide: (_command, { delegation }, { actor }) =>
    delegation
      ? [
          {
            type: 'MandateDelegationEnded',
            delegateId: delegation.delegateId,
            endedBy: actorId(actor),
            cause: 'ended',
          },
        ]
      : refuse('not-delegated'),
});

/** Its last day has passed, or the delegate is of the organisation no more. */
export const lapseDelegation = mandateSlice<{ readonly today: string }, 'given', Deputy>({
  name: 'lapse-delegation',
  by: ['hub'],
  in: ['given'],
  decide: ({ today }, { delegation }, { actor, delegateIsOfOrganisation }) =>
    delegation && (delegation.to < today || !delegateIsOfOrganisation)
      ? [
          {
            type: 'MandateDelegationEnded',
            delegateId: delegation.delegateId,
            endedBy: actorId(actor),
            cause: 'lapsed',
          },
        ]
      : refuse('still-running'),
});

const roleIsNotPersonal = ({ role }: MandateTerms) =>
  personalRoles.includes(role) ? refuse('not-delegable', { role }) : undefined;

const nobodyIsTheirOwnDelegate = ({ delegateId }: Delegation, { personId }: MandateTerms) =>
  delegateId === personId ? refuse('own-delegation') : undefined;

const periodIsWithinTheMandate = ({ from, to }: Delegation, terms: MandateTerms, today: string) => {
  if (to < from) return refuse('period-reversed', { from, to });
  const first = terms.from > today ? terms.from : today;
  const outside = from < first || (terms.to !== undefined && to > terms.to);
  return outside ? refuse('delegation-outside', { first, last: terms.to ?? '–' }) : undefined;
};

const oneDelegationAtATime = ({ delegation }: GivenMandate) =>
  delegation ? refuse('already-delegated', { to: delegation.to }) : undefined;
