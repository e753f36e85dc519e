import type { Role } from '@hub/contracts';
import { type Actor, type Aggregate, hasRole, isPerson, slicesOf } from '@hub/decider';
import type { DirectoryCode } from '../refusals.js';

/** Who acts for whom, as what, from when to when; both days included, no end day means until further notice. */
export interface MandateTerms {
  readonly personId: string;
  readonly organisationId: string;
  readonly role: Role;
  /** What the role is limited to (datasets, say); without it the role holds for all that is the organisation's. */
  readonly scope?: readonly string[];
  readonly from: string;
  readonly to?: string;
}

/** Somebody else of the organisation acts in the role for a while, both days included. */
export interface Delegation {
  readonly delegateId: string;
  readonly from: string;
  readonly to: string;
}

export type EndCause = 'ended' | 'lapsed' | 'organisation-closed';

export type MandateEvent =
  | ({
      readonly type: 'MandateGiven';
      readonly givenBy: string;
      /** The day of the giving; events older than confirmations lack it. */
      readonly on?: string;
      /** The seat of a governing body that it takes. */
      readonly seat?: number;
    } & MandateTerms)
  | ({ readonly type: 'MandateDelegated' } & Delegation)
  | {
      readonly type: 'MandateDelegationEnded';
      readonly delegateId: string;
      readonly endedBy: string;
      readonly cause: 'ended' | 'lapsed' | 'mandate';
    }
  | { readonly type: 'MandateConfirmationDue'; readonly due: string; readonly suspendedAfter: string }
  | { readonly type: 'MandateConfirmed'; readonly confirmedBy: string; readonly on: string }
  | { readonly type: 'MandateSuspended'; readonly due: string }
  | { readonly type: 'MandateEnded'; readonly endedBy: string; readonly cause: EndCause };

interface Held {
  readonly terms: MandateTerms;
  readonly givenBy: string;
  readonly seat?: number;
  /** The day it was given or last confirmed, where the events tell. */
  readonly since?: string;
}

export type GivenMandate = Held & {
  readonly status: 'given';
  readonly delegation?: Delegation;
  /** Set once its organisation was reminded to confirm it. */
  readonly reminded?: { readonly due: string; readonly suspendedAfter: string };
};

export type Mandate =
  | { readonly status: 'absent' }
  | GivenMandate
  | (Held & { readonly status: 'suspended' })
  | (Held & { readonly status: 'ended'; readonly cause: EndCause });

/**
 * `holder`: the person mandated. `delegate`: who acts in their place for now. `representative`: of the organisation
 * that the mandate is for. `hub`: this service, for the calendar and the demonstration.
 */
export const mandateRelations = ['administrator', 'representative', 'holder', 'delegate', 'hub'] as const;
export type MandateRelation = (typeof mandateRelations)[number];

const is: Readonly<Record<MandateRelation, (state: Mandate, actor: Actor) => boolean>> = {
  administrator: (_state, actor) => hasRole(actor, 'directory_administrator'),
  // Before a mandate exists, whoever represents some organisation may begin one; the rule looks at which.
  representative: (state, actor) =>
    actor.kind === 'person' &&
    hasRole(actor, 'organisation_representative') &&
    (state.status === 'absent' || state.terms.organisationId === actor.organisation),
  holder: (state, actor) => state.status !== 'absent' && isPerson(actor, state.terms.personId),
  delegate: (state, actor) => state.status === 'given' && isPerson(actor, state.delegation?.delegateId ?? ''),
  hub: (_state, actor) => actor.kind === 'system' && actor.service === 'directory',
};

export const mandate: Aggregate<Mandate, MandateEvent, MandateRelation> = {
  name: 'mandate',
  initial: { status: 'absent' },
  evolve: (state, event) => {
    if (event.type === 'MandateGiven') return given(event);
    if (state.status === 'absent') return state;
    const { terms, givenBy, seat, since } = state;
    const held: Held = { terms, givenBy, ...(seat && { seat }), ...(since && { since }) };
    switch (event.type) {
      case 'MandateDelegated': {
        const { type: _, ...delegation } = event;
        return state.status === 'given' ? { ...state, delegation } : state;
      }
      case 'MandateDelegationEnded': {
        if (state.status !== 'given') return state;
        const { delegation: _, ...alone } = state;
        return alone;
      }
      case 'MandateConfirmationDue': {
        const { type: _, ...reminded } = event;
        return state.status === 'given' ? { ...state, reminded } : state;
      }
      case 'MandateConfirmed': {
        const delegation = state.status === 'given' ? state.delegation : undefined;
        return { ...held, status: 'given', since: event.on, ...(delegation && { delegation }) };
      }
      case 'MandateSuspended':
        return { ...held, status: 'suspended' };
      case 'MandateEnded':
        return { ...held, status: 'ended', cause: event.cause };
    }
  },
  relations: (state, actor) => mandateRelations.filter((relation) => is[relation](state, actor)),
};

export const mandateSlice = slicesOf<Mandate, MandateEvent, MandateRelation, DirectoryCode>();

function given({ type: _, givenBy, on, seat, ...terms }: Extract<MandateEvent, { type: 'MandateGiven' }>): Mandate {
  return { status: 'given', terms, givenBy, ...(on && { since: on }), ...(seat && { seat }) };
}
