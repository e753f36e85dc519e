import { type Aggregate, slicesOf } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';

export type Purpose = 'look' | 'chart' | 'export';

/** A query as it was run. The SQL stays in this service; others learn its hash. */
export interface Executed {
  readonly workspaceId: string;
  readonly sql: string;
  readonly sqlSha256: string;
  readonly title: string | null;
  readonly outcome: 'result' | 'failed' | 'stopped';
  readonly rows: number;
  readonly milliseconds: number;
  readonly purpose: Purpose;
}

export type QueryState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'EXECUTED'; readonly personId: string } & Executed);
export type QueryEvent = { type: 'executed'; personId: string } & Executed;

/** `worker`: who asks for it to be noted. Access to the workspace was judged there, before and after. */
export type QueryRelation = 'worker';

export const query: Aggregate<QueryState, QueryEvent, QueryRelation> = {
  name: 'query',
  initial: { status: 'ABSENT' },
  evolve: (_state, { type: _, ...event }) => ({ status: 'EXECUTED', ...event }),
  relations: (_state, actor) => (actor.kind === 'person' ? ['worker'] : []),
};

export const noteQuery = slicesOf<QueryState, QueryEvent, QueryRelation, RefusalCode>()({
  name: 'note-query',
  by: ['worker'],
  in: ['ABSENT'],
  decide: (executed: Executed, _state, { actor }) => [
    { type: 'executed', personId: actor.kind === 'person' ? actor.id : '', ...executed },
  ],
});
