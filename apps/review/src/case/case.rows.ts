import type { ViewChange, ViewInput } from '@hub/event-store';
import { isInternal, type PhaseName, phaseOf } from '@hub/procedures';
import { deadlineChanges } from '../clocks/deadline-rows.js';
import { awaitedReminders } from '../clocks/reminders.js';
import { awaited, missedSince } from '../clocks/running.js';
import { caseInRegister } from '../register/register.rows.js';
import { delayRows } from '../reports/delay.rows.js';
import type { CaseEvent } from './case.events.js';
import { type Case, cameTo, holdersOf, isOpened, itemOf, type Opened } from './case.js';
import { recused } from './item.js';
import { slotRows } from './rapporteur-slots.js';

/** The case's rows: one of the lists, and the ends that the worker waits for. */
export function rowsOf(change: ViewInput<Case, CaseEvent>): ViewChange[] {
  const { id, before, state, version, at } = change;
  if (!isOpened(state)) return [];
  const waitedFor = isOpened(before) ? waitedIn(before) : [];
  return [
    listRow(id, state, version, at),
    ...deadlineChanges('case', id, waitedFor, waitedIn(state), at),
    ...deadlineChanges('reminder', id, isOpened(before) ? remindersIn(before) : [], remindersIn(state), at),
    ...delayRows(change),
    ...caseInRegister(change),
    ...slotRows(change),
  ];
}

const columns = [
  ...[
    'id',
    'application_id',
    'version',
    'status',
    'organisation_id',
    'officer_id',
    'opinion',
    'decision',
    'urgent',
    'next_due_at',
  ],
  ...['opened_at', 'updated_at', 'members', 'people', 'organisations', 'recused'],
  ...['procedure', 'readers', 'committee', 'holders', 'overdue_since'],
  ...['anonymisation', 'access_route', 'safeguards', 'delivery_purposes'],
];

const upsert = `INSERT INTO case_list (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

function listRow(id: string, state: Opened, version: number, at: Date): ViewChange {
  const { file } = state;
  const item = itemOf(state);
  const terms = 'decision' in state ? state.decision.terms : undefined;
  const dues = waitedIn(state)
    .filter(({ name }) => !isInternal(name))
    .map(({ dueAt }) => dueAt)
    .sort();
  const values = [
    ...[id, file.applicationId, version, state.status, file.organisationId, file.officerId ?? null],
    'opinion' in state ? (state.opinion?.opinion ?? null) : null,
    'decision' in state ? state.decision.decision : null,
    ...[file.urgent, dues[0] ?? null, file.openedAt, at.toISOString()],
    file.team.map(({ personId, organisationId }) => `${personId}@${organisationId}`),
    file.team.map(({ personId }) => personId),
    [...new Set([file.organisationId, ...file.team.map(({ organisationId }) => organisationId)])],
    item ? recused(item) : [],
    file.procedure.id,
    readersOf(state),
    item ? rolesIn(state, 'COMMITTEE_REVIEW') : [],
    holdersOf(state),
    missedSince(file.clocks) ?? null,
    ...[terms?.anonymisation ?? null, terms?.accessRoute ?? null, terms?.safeguards ?? [], terms?.purposes ?? []],
  ];
  return { text: upsert, values };
}

const waitedIn = ({ file }: Opened) => awaited(file.clocks, file.procedure);

const remindersIn = ({ file }: Opened) => awaitedReminders(file.clocks, file.procedure);

const rolesIn = ({ file }: Opened, phase: PhaseName): readonly string[] => phaseOf(file.procedure, phase)?.acts ?? [];

/** The roles that find the case whatever organisation they act for: `relationsTo`, as a column. */
const readersOf = (state: Opened): string[] => [
  'auditor',
  ...rolesIn(state, 'PRE_SCREENING'),
  ...(cameTo(state, 'AUTHORITY_REVIEW') ? rolesIn(state, 'AUTHORITY_REVIEW') : []),
];
