import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';

/** What a holder announces: a file for one table, and the Table Schema document that it keeps. */
export interface Announced {
  readonly datasetId: string;
  readonly table: string;
  readonly format: 'csv' | 'parquet';
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Content extends Announced {
  readonly organisationId: string;
  readonly personId: string;
}

export type DeliveryState =
  | { readonly status: 'ABSENT' }
  | (Content & { readonly status: 'AWAITING_FILE' })
  | (Content & { readonly status: 'RECEIVED'; readonly sha256: string; readonly bytes: number });

export type DeliveryEvent =
  | ({ type: 'registered'; organisationId: string; personId: string } & Announced)
  | { type: 'received'; sha256: string; bytes: number };

export type DeliveryRelation = 'deliverer' | 'holder' | 'engineer' | 'auditor';

/** A delivery belongs to the organisation that registered it. */
export const delivery: Aggregate<DeliveryState, DeliveryEvent, DeliveryRelation> = {
  name: 'delivery',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'registered') {
      const { type: _, ...content } = event;
      return { status: 'AWAITING_FILE', ...content };
    }
    return state.status === 'ABSENT'
      ? state
      : { ...state, status: 'RECEIVED', sha256: event.sha256, bytes: event.bytes };
  },
  relations(state, actor) {
    if (actor.kind !== 'person') return [];
    const relations: DeliveryRelation[] = [];
    if (state.status === 'ABSENT') return hasRole(actor, 'data_holder', 'workspace_engineer') ? ['deliverer'] : [];
    if (hasRole(actor, 'data_holder') && state.organisationId === actor.organisation) relations.push('holder');
    if (hasRole(actor, 'workspace_engineer')) relations.push('engineer');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

export const deliverySlice = slicesOf<DeliveryState, DeliveryEvent, DeliveryRelation, RefusalCode>();
