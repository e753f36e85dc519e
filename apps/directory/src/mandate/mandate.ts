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

export type MandateEvent =
  | ({ readonly type: 'MandateGiven'; readonly givenBy: string } & MandateTerms)
  | { readonly type: 'MandateEnded'; readonly endedBy: string; readonly cause: 'ended' | 'lapsed' };

export type Mandate =
  | { readonly status: 'absent' }
  | { readonly status: 'given'; readonly terms: MandateTerms; readonly givenBy: string }
  | {
      readonly status: 'ended';
      readonly terms: MandateTerms;
      readonly givenBy: string;
      readonly cause: 'ended' | 'lapsed';
    };

/** `holder`: the person mandated. `hub`: this service, for the clock and the demonstration. */
export type MandateRelation = 'administrator' | 'holder' | 'hub';

export const mandate: Aggregate<Mandate, MandateEvent, MandateRelation> = {
  name: 'mandate',
  initial: { status: 'absent' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'MandateGiven': {
        const { type: _, givenBy, ...terms } = event;
        return { status: 'given', terms, givenBy };
      }
      case 'MandateEnded':
        return state.status === 'absent' ? state : { ...state, status: 'ended', cause: event.cause };
    }
  },
  relations: (state, actor) => [
    ...(hasRole(actor, 'directory_administrator') ? (['administrator'] as const) : []),
    ...(state.status !== 'absent' && isPerson(actor, state.terms.personId) ? (['holder'] as const) : []),
    ...(isThisService(actor) ? (['hub'] as const) : []),
  ],
};

export const mandateSlice = slicesOf<Mandate, MandateEvent, MandateRelation, DirectoryCode>();

const isThisService = (actor: Actor): boolean => actor.kind === 'system' && actor.service === 'directory';
