import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { Bilingual } from '@hub/procedures';
import type { RegisterRefusal } from './register.refusals.js';

/** What the public reads about a project, in both languages; written or approved by an officer of the hub. */
export interface Texts {
  readonly title: Bilingual;
  /** Absent where the applicant keeps it confidential; then the ground is there. */
  readonly summary?: Bilingual;
  readonly confidentialityGround?: Bilingual;
  /** The decision and its reasons in plain words. */
  readonly decision?: Bilingual;
}

/** The published texts of one entry. The facts beside them come from the case and the permit. */
export type Entry =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'PUBLISHED'; readonly texts: Texts; readonly publishedAt: string };

export type EntryEvent =
  | {
      readonly type: 'published';
      readonly at: string;
      readonly caseId: string;
      readonly texts: Texts;
      /** Of the texts, those that are new or differ. */
      readonly changed: readonly (keyof Texts)[];
    }
  | PublicationAwaited;

/** The decision is still to be published: its time ends soon, or has ended. `remindAt`: when it was time to say so. */
export type PublicationAwaited = { readonly caseId: string; readonly dueAt: string } & (
  | { readonly type: 'publication-near'; readonly remindAt: string }
  | { readonly type: 'publication-missed' }
);

export const entryRelations = ['officer', 'system'] as const;
export type EntryRelation = (typeof entryRelations)[number];

export const entry: Aggregate<Entry, EntryEvent, EntryRelation> = {
  name: 'register',
  initial: { status: 'ABSENT' },
  evolve: (state, event) =>
    event.type === 'published' ? { status: 'PUBLISHED', texts: event.texts, publishedAt: event.at } : state,
  relations(_state, actor) {
    if (actor.kind === 'system') return ['system'];
    return hasRole(actor, 'hub_officer') ? ['officer'] : [];
  },
};

export const slice = slicesOf<Entry, EntryEvent, EntryRelation, RegisterRefusal>();
