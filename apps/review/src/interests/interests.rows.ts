import type { ViewChange, ViewInput } from '@hub/event-store';
import { keysOfTie } from './conflicts.js';
import type { Interests, InterestsEvent } from './interests.js';

const upsert = `INSERT INTO committee_interests
    (member_id, version, published_at, confirmed_at, confirm_by, ties, keys) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (member_id) DO UPDATE SET version = excluded.version, published_at = excluded.published_at,
    confirmed_at = excluded.confirmed_at, confirm_by = excluded.confirm_by, ties = excluded.ties, keys = excluded.keys`;

/** The member's row: what is published, and the keys by which it is matched with projects. */
export function rowsOf({ state, version }: ViewInput<Interests, InterestsEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const { memberId, publishedAt, confirmedAt, confirmBy, ties } = state;
  const keys = ties.flatMap(keysOfTie);
  return [
    { text: upsert, values: [memberId, version, publishedAt, confirmedAt, confirmBy, JSON.stringify(ties), keys] },
  ];
}
