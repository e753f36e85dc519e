import { type Clock, dueOf } from '@hub/clock';
import type { TeamMember } from '@hub/contracts';
import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { Bilingual } from '@hub/procedures';
import type { ResultRefusal } from './result.refusals.js';

/** What a project found, for everybody: anonymous, in both languages. */
export interface Publication {
  readonly title: Bilingual;
  readonly summary: Bilingual;
  /** Addresses of articles, DOIs, data. */
  readonly links: readonly string[];
  /** Civil day on which the results appeared. */
  readonly publishedOn: string;
}

export interface Published extends Publication {
  readonly at: string;
  /** Of a correction. */
  readonly reason?: string;
}

interface Expected {
  readonly applicationId: string;
  readonly team: readonly TeamMember[];
  /** Runs from the permit's end, or from the declared completion where that is earlier. */
  readonly clock: Clock;
  readonly completedAt?: string;
}

/** The results that a permit obliges to publish (Regulation (EU) 2025/327, art. 61(4)). */
export type Result =
  | { readonly status: 'ABSENT' }
  | (Expected & { readonly status: 'AWAITED'; readonly overdueSince?: string })
  | (Expected & { readonly status: 'PUBLISHED'; readonly publications: readonly Published[] });

export type ResultEvent =
  | { type: 'awaited'; applicationId: string; team: readonly TeamMember[]; clock: Clock }
  | { type: 'permit-followed'; team?: readonly TeamMember[]; clock?: Clock }
  | { type: 'completion-declared'; at: string; clock: Clock }
  | { type: 'time-extended'; reason: string; clock: Clock }
  | { type: 'overdue'; dueAt: string }
  | { type: 'published'; at: string; publication: Publication }
  | { type: 'corrected'; at: string; reason: string; publication: Publication };

export const resultRelations = ['lead', 'member', 'officer', 'auditor', 'system'] as const;
export type ResultRelation = (typeof resultRelations)[number];

export type Begun = Exclude<Result, { status: 'ABSENT' }>;

export const result: Aggregate<Result, ResultEvent, ResultRelation> = {
  name: 'result',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'awaited') {
      const { type: _type, ...expected } = event;
      return { status: 'AWAITED', ...expected };
    }
    return state.status === 'ABSENT' ? state : changed(state, event);
  },
  relations(state, actor) {
    if (actor.kind === 'system') return ['system'];
    if (state.status === 'ABSENT') return [];
    const named = state.team.filter(({ personId }) => personId === actor.id);
    const own = named.find(({ organisationId }) => organisationId === actor.organisation);
    // Nobody gives time to the project they belong to, whatever other mandates they hold.
    if (named.length > 0) return own && own.role !== 'implementer' ? [own.role] : [];
    return [
      ...(hasRole(actor, 'hub_officer') ? (['officer'] as const) : []),
      ...(hasRole(actor, 'auditor') ? (['auditor'] as const) : []),
    ];
  },
};

function changed(state: Begun, event: Exclude<ResultEvent, { type: 'awaited' }>): Result {
  switch (event.type) {
    case 'permit-followed':
      return moved({ ...state, team: event.team ?? state.team }, event.clock);
    case 'completion-declared':
      return moved({ ...state, completedAt: event.at }, event.clock);
    case 'time-extended':
      return moved(state, event.clock);
    case 'overdue':
      return state.status === 'AWAITED' ? { ...state, overdueSince: event.dueAt } : state;
    case 'published':
      return publishedIn(state, { ...event.publication, at: event.at });
    case 'corrected':
      return publishedIn(state, { ...event.publication, at: event.at, reason: event.reason });
  }
}

/** A clock that moves has not ended yet: whatever was overdue by the old one is not by the new. */
function moved(state: Begun, clock: Clock | undefined): Result {
  if (!clock) return state;
  if (state.status === 'PUBLISHED') return { ...state, clock };
  const { overdueSince: _since, ...awaited } = state;
  return { ...awaited, clock };
}

function publishedIn(state: Begun, publication: Published): Result {
  const { applicationId, team, clock, completedAt } = state;
  const publications = state.status === 'PUBLISHED' ? state.publications : [];
  return {
    ...{ applicationId, team, clock, ...(completedAt !== undefined && { completedAt }) },
    status: 'PUBLISHED',
    publications: [...publications, publication],
  };
}

export const slice = slicesOf<Result, ResultEvent, ResultRelation, ResultRefusal>();

/** The instant at which the results are due; this clock never stands still. */
export function resultDue({ clock }: Pick<Expected, 'clock'>): string {
  const due = dueOf(clock);
  if (!due) throw new Error('the clock of results does not pause');
  return due.toISOString();
}
