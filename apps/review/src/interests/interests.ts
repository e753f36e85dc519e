import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { InterestsRefusal } from './interests.refusals.js';

/** Source: Public Health Code, art. L1451-1 and R1451-2: what a public declaration of interests covers. */
export const tieKinds = ['EMPLOYMENT', 'FUNDING', 'FAMILY', 'ADVISORY'] as const;
export type TieKind = (typeof tieKinds)[number];

/** To whom a member is tied. */
export const tiedTo = ['ORGANISATION', 'PERSON', 'SPONSOR'] as const;
export type TiedTo = (typeof tiedTo)[number];

/** A tie that lasts or lasted: days are civil, `until` included and absent while it lasts. */
export interface Tie {
  readonly kind: TieKind;
  readonly to: TiedTo;
  readonly id: string;
  readonly since: string;
  readonly until?: string;
}

/** A member's standing declaration of interests: one a member, whatever project comes up. */
export type Interests =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'PUBLISHED';
      readonly memberId: string;
      readonly ties: readonly Tie[];
      readonly publishedAt: string;
      readonly confirmedAt: string;
      /** The last civil day on which the declaration counts as up to date. */
      readonly confirmBy: string;
    };

export type InterestsEvent =
  | { type: 'published'; at: string; memberId: string; ties: readonly Tie[]; confirmBy: string }
  | { type: 'confirmed'; at: string; confirmBy: string };

export const interestsRelations = ['self'] as const;
export type InterestsRelation = (typeof interestsRelations)[number];

export const interests: Aggregate<Interests, InterestsEvent, InterestsRelation> = {
  name: 'interests',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'published') {
      const { at, memberId, ties, confirmBy } = event;
      return { status: 'PUBLISHED', memberId, ties, publishedAt: at, confirmedAt: at, confirmBy };
    }
    return state.status === 'ABSENT' ? state : { ...state, confirmedAt: event.at, confirmBy: event.confirmBy };
  },
  // Everybody reads them; only the member speaks for themselves.
  relations(state, actor) {
    if (!hasRole(actor, 'committee_member', 'committee_president')) return [];
    return state.status === 'ABSENT' || (actor.kind === 'person' && actor.id === state.memberId) ? ['self'] : [];
  },
};

export const slice = slicesOf<Interests, InterestsEvent, InterestsRelation, InterestsRefusal>();
