import type { ViewChange, ViewInput } from '@hub/event-store';
import type { CaseEvent } from '../case/case.events.js';
import { type Case, isOpened, type Opened } from '../case/case.js';
import { partyOf, turnsIn } from './turns.js';

const turn = `INSERT INTO case_turn (case_id, origin, version, party, at)
  SELECT $1, 'case', t.version, t.party, t.at::timestamptz
  FROM unnest($2::integer[], $3::text[], $4::text[]) AS t(version, party, at)`;

const delay = `INSERT INTO case_delay (case_id, application_id, procedure, received_at, closed_at, outcome)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (case_id) DO UPDATE SET outcome = excluded.outcome, closed_at = excluded.closed_at`;

/** Whose turn it is from when, and the case's beginning and end: in the statement that appends the events. */
export function delayRows({ id, before, state, version, events, at }: ViewInput<Case, CaseEvent>): ViewChange[] {
  if (!isOpened(state)) return [];
  const turns = turnsIn({ before, procedure: state.file.procedure, first: version - events.length + 1, events, at });
  const last = turns.at(-1);
  if (!last) return isOpened(before) && before.file.procedure !== state.file.procedure ? [movedRow(id, state)] : [];
  const closed = partyOf(state) === null;
  const { applicationId, procedure, openedAt } = state.file;
  return [
    { text: turn, values: [id, turns.map((t) => t.version), turns.map((t) => t.party), turns.map((t) => t.at)] },
    {
      text: delay,
      values: [id, applicationId, procedure.id, openedAt, closed ? last.at : null, closed ? outcomeOf(state) : null],
    },
  ];
}

/** A case that changed its track counts under the new one, with all its time. */
const movedRow = (id: string, { file }: Opened): ViewChange => ({
  text: 'UPDATE case_delay SET procedure = $2 WHERE case_id = $1',
  values: [id, file.procedure.id],
});

/** How a closed case ended: its decision, or the status that ended it without one. */
export const outcomeOf = (state: Opened): string => ('decision' in state ? state.decision.decision : state.status);
