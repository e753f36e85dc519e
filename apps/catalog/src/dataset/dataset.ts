import { type Actor, type Aggregate, hasRole, hasRoleFor, slicesOf } from '@hub/decider';
import type { DatasetDescription } from '../description/dataset-description.js';
import type { Finding } from '../description/finding.js';
import type { CatalogueCode } from '../refusals.js';
import { identityOf } from './identity.js';

/** What the catalogue holds on a dataset, whatever its status. */
export interface Held {
  readonly holderId: string;
  readonly description: DatasetDescription;
  readonly findings: readonly Finding[];
  /** Equal for equal content. */
  readonly contentKey: string;
  /** Once true, always true: what was public stays readable. */
  readonly everPublished: boolean;
}

export type Dataset =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft' } & Held)
  | ({ readonly status: 'published' } & Held)
  | ({ readonly status: 'withdrawn' } & Held);

export type PresentDataset = Exclude<Dataset, { status: 'absent' }>;

export type DatasetEvent =
  | {
      readonly type: 'dataset-described';
      readonly holderId: string;
      readonly description: DatasetDescription;
      readonly findings: readonly Finding[];
      readonly contentKey: string;
    }
  | { readonly type: 'dataset-published' }
  | { readonly type: 'dataset-withdrawn' };

/** `holder` acts for the organisation that holds the data; `reader` is anybody, once it was published. */
export type DatasetRelation = 'holder' | 'reader';

export const datasets: Aggregate<Dataset, DatasetEvent, DatasetRelation> = {
  name: 'dataset',
  initial: { status: 'absent' },
  evolve(state, event) {
    if (event.type === 'dataset-described') return described(state, event);
    if (state.status === 'absent') return state;
    return event.type === 'dataset-published'
      ? { ...state, status: 'published', everPublished: true }
      : { ...state, status: 'withdrawn' };
  },
  relations(state, actor) {
    const holder = holds(state, actor) ? (['holder'] as const) : [];
    const reader = state.status !== 'absent' && state.everPublished ? (['reader'] as const) : [];
    return [...holder, ...reader];
  },
};

export const datasetSlice = slicesOf<Dataset, DatasetEvent, DatasetRelation, CatalogueCode>();

/** Nothing yet is held by whoever may hold something: its identity is made of the organisation's own name. */
function holds(state: Dataset, actor: Actor): boolean {
  if (state.status === 'absent') return hasRole(actor, 'data_holder');
  if (actor.kind !== 'person' || actor.organisation !== state.holderId) return false;
  // A mandate may be for certain datasets only: then it says nothing about those that are not there yet.
  return hasRoleFor(actor, 'data_holder', identityOf('dataset', state.holderId, state.description.identifier));
}

/** A change to a published dataset is public at once: there is one description, not a hidden second one. */
function described(state: Dataset, event: Extract<DatasetEvent, { type: 'dataset-described' }>): Dataset {
  const { type: _type, ...content } = event;
  return state.status === 'absent' ? { ...content, status: 'draft', everPublished: false } : { ...state, ...content };
}
