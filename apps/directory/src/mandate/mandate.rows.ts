import type { ViewChange, ViewInput } from '@hub/event-store';
import { civilDay } from '../exchange/civil-day.js';
import { dueDay } from './confirmation.js';
import type { Mandate, MandateEvent } from './mandate.js';

const insert = `INSERT INTO mandate (id, version, status, person_id, organisation_id, role, scope, valid_from, valid_to,
    given_by, given_at, seat, confirm_due)
  VALUES ($1, $2::int, 'given', $3, $4, $5, $6::text[], $7::date, $8::date, $9, $10::timestamptz, $11::int, $12::date)`;

const update = `UPDATE mandate SET status = $2, version = $3::int, delegate_id = $4, delegate_from = $5::date,
    delegate_to = $6::date, suspend_after = $7::date, confirm_due = coalesce($8::date, confirm_due),
    suspended_at = CASE WHEN $2 = 'suspended' THEN $9::timestamptz WHEN $2 = 'ended' THEN suspended_at END,
    ended_at = CASE WHEN $2 = 'ended' THEN $9::timestamptz END
  WHERE id = $1`;

/** The row that lists, tokens and the calendar read. */
export function mandateRows({ id, before, state, version, at }: ViewInput<Mandate, MandateEvent>): ViewChange[] {
  if (state.status === 'absent') return [];
  if (before.status === 'absent') return [entered(id, state, version, at)];
  const { delegation, reminded } = state.status === 'given' ? state : { delegation: undefined, reminded: undefined };
  const due = state.since === undefined ? null : dueDay(state.since);
  const values = [
    ...[id, state.status, version, delegation?.delegateId ?? null, delegation?.from ?? null, delegation?.to ?? null],
    ...[reminded?.suspendedAfter ?? null, due, at.toISOString()],
  ];
  return [{ text: update, values }];
}

function entered(id: string, state: Exclude<Mandate, { status: 'absent' }>, version: number, at: Date): ViewChange {
  const { personId, organisationId, role, scope, from, to } = state.terms;
  const values = [
    ...[id, version, personId, organisationId, role, scope ?? null, from, to ?? null],
    ...[state.givenBy, at.toISOString(), state.seat ?? null, dueDay(state.since ?? civilDay(at))],
  ];
  return { text: insert, values };
}
