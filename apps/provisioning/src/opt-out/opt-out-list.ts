import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';

/** The one list that the hub keeps. */
export const LIST = 'opt-outs';

/** Persons are no part of it: they stand in a table of their own, under keyed hashes (ADR 14). */
export type OptOutListState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'KEPT';
      readonly listVersion: number;
      /** Tells the key of the hashes from any other; absent while nothing was entered. */
      readonly keyId?: string;
    };

export type OptOutListEvent =
  | { type: 'changed'; arrivalId: string; keyId: string }
  | { type: 'consulted'; asAt: string };

export type OptOutListRelation = 'registrar' | 'authority' | 'auditor';

export const optOutList: Aggregate<OptOutListState, OptOutListEvent, OptOutListRelation> = {
  name: 'opt-out-list',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    const kept = state.status === 'KEPT' ? state : { status: 'KEPT' as const, listVersion: 0 };
    return event.type === 'changed' ? { ...kept, listVersion: kept.listVersion + 1, keyId: event.keyId } : kept;
  },
  relations(_state, actor) {
    const relations: OptOutListRelation[] = [];
    if (hasRole(actor, 'opt_out_registrar')) relations.push('registrar');
    if (hasRole(actor, 'authority_officer')) relations.push('authority');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

export const listVersionOf = (state: OptOutListState): number => (state.status === 'KEPT' ? state.listVersion : 0);

export const optOutSlice = slicesOf<OptOutListState, OptOutListEvent, OptOutListRelation, RefusalCode>();
