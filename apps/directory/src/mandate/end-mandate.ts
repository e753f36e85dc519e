import { type Actor, actorId, hasRole, refuse } from '@hub/decider';
import { type EndCause, type Mandate, type MandateEvent, mandateSlice } from './mandate.js';
import { ordinaryRoles } from './roles.js';

type Lasting = Extract<Mandate, { status: 'given' | 'suspended' }>;

/** Takes the role away at once: the next token is without it, and the event tells whoever gave access on its ground. */
export const endMandate = mandateSlice<Record<string, never>, 'given' | 'suspended'>({
  name: 'end-mandate',
  by: ['administrator', 'representative'],
  in: ['given', 'suspended'],
  decide: (_command, state, { actor }) =>
    hubRoleIsTheHubs(state, actor) ?? [...delegationEnds(state, actor), ended(actor, 'ended')],
});

/** The last day has passed. Announced like any other end, so that nobody else has to watch the calendar. */
export const lapseMandate = mandateSlice<{ readonly today: string }, 'given' | 'suspended'>({
  name: 'lapse-mandate',
  by: ['hub'],
  in: ['given', 'suspended'],
  decide: ({ today }, state, { actor }) =>
    state.terms.to !== undefined && state.terms.to < today
      ? [...delegationEnds(state, actor), ended(actor, 'lapsed')]
      : refuse('still-running'),
});

/** Its organisation is no more. */
export const dissolveMandate = mandateSlice<
  Record<string, never>,
  'given' | 'suspended',
  { readonly organisationClosed: boolean }
>({
  name: 'dissolve-mandate',
  by: ['hub'],
  in: ['given', 'suspended'],
  decide: (_command, state, { actor, organisationClosed }) =>
    organisationClosed
      ? [...delegationEnds(state, actor), ended(actor, 'organisation-closed')]
      : refuse('still-running'),
});

/** A delegation never outlives what it was made from; it is announced apart, since it concerns somebody else. */
export const delegationEnds = (state: Lasting, actor: Actor): MandateEvent[] =>
  state.status === 'given' && state.delegation
    ? [
        {
          type: 'MandateDelegationEnded',
          delegateId: state.delegation.delegateId,
          endedBy: actorId(actor),
          cause: 'mandate',
        },
      ]
    : [];

const ended = (actor: Actor, cause: EndCause): MandateEvent => ({
  type: 'MandateEnded',
  endedBy: actorId(actor),
  cause,
});

const hubRoleIsTheHubs = ({ terms: { role } }: Lasting, actor: Actor) =>
  hasRole(actor, 'directory_administrator') || ordinaryRoles.includes(role)
    ? undefined
    : refuse('role-of-the-hub', { role, ordinary: ordinaryRoles });
