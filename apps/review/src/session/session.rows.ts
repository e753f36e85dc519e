import type { ViewChange, ViewInput } from '@hub/event-store';
import type { Session, SessionEvent } from './session.js';

const upsert = `INSERT INTO committee_session (id, version, status, starts_at, place) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status`;

/** The session's row in the lists. The agenda is not in it: what of it exists depends on who reads. */
export function rowsOf({ id, state, version }: ViewInput<Session, SessionEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const { startsAt, place } = state.plan;
  return [{ text: upsert, values: [id, version, state.status, startsAt, place ?? null] }];
}
