import { civilDayAt, isoDay } from '@hub/clock';
import type { ViewChange, ViewInput } from '@hub/event-store';
import type { CaseEvent } from '../case/case.events.js';
import { type Case, isOpened } from '../case/case.js';
import type { PermitEvent } from '../permit/permit.events.js';
import { currentVersion, type Issued, type Permit, standingOf } from '../permit/permit.js';
import { type Happening, isDecided, kindOf } from './kind.js';
import { awaitPublication, publicationDue } from './publication-deadlines.js';

const upsert = `INSERT INTO register_entry (id, case_id, kind, procedure, organisation_id, datasets, purposes, received_at,
    year, decided_at, publication_due_at, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, procedure = excluded.procedure, datasets = excluded.datasets,
    decided_at = coalesce(register_entry.decided_at, excluded.decided_at),
    publication_due_at = coalesce(register_entry.publication_due_at, excluded.publication_due_at),
    changed_at = excluded.changed_at`;

/** A case in the register: from its reception on, in the statement that appends its events. */
export function caseInRegister({ id, before, state, version, at }: ViewInput<Case, CaseEvent>): ViewChange[] {
  if (!isOpened(state)) return [];
  const { file } = state;
  const { procedure } = file;
  const { outcome } = procedure.decision;
  const kind = kindOf(state, outcome);
  const begins = !isOpened(before);
  const turned = begins || kindOf(before, outcome) !== kind;
  const moved = !begins && before.file.procedure !== procedure;
  if (!turned && !moved && before.file.scope === file.scope) return [];
  const decided = 'decision' in state ? new Date(state.decision.at) : at;
  const firstDecided = isDecided(kind) && (begins || !isDecided(kindOf(before, outcome)));
  const received = civilDayAt(new Date(file.openedAt), 'Europe/Paris');
  const row = [
    ...[file.applicationId, id, kind, procedure.id, file.organisationId],
    file.scope.datasets.map(({ datasetId }) => datasetId),
    ...[[...file.purposes], file.openedAt, Number(isoDay(received).slice(0, 4))],
    ...(isDecided(kind)
      ? [decided.toISOString(), publicationDue(procedure, decided)?.toISOString() ?? null]
      : [null, null]),
    at.toISOString(),
  ];
  const what: Happening = begins ? 'RECEIVED' : kind;
  const since = begins ? file.openedAt : decided.toISOString();
  return [
    { text: upsert, values: row },
    ...(firstDecided ? awaitPublication(file.applicationId, procedure, decided) : []),
    ...(turned ? [historyRow(file.applicationId, { origin: 'case', version, at: since, what })] : []),
  ];
}

/** A permit in the register: issued, changed, revoked, expired. */
export function permitInRegister({ before, state, version, at }: ViewInput<Permit, PermitEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const what = whatOfPermit(before, state);
  if (!what) return [];
  const { applicationId, validity } = state.content;
  const instant = at.toISOString();
  return [
    {
      text: `UPDATE register_entry SET permit_id = $2, permit_status = $3, valid_from = $4, valid_until = $5, changed_at = $6
        WHERE id = $1`,
      values: [
        ...[
          applicationId,
          currentVersion(state).document.id,
          standingOf(state),
          validity.from,
          validity.until,
          instant,
        ],
      ],
    },
    historyRow(applicationId, { origin: 'permit', version, at: instant, what }),
  ];
}

/** What the public sees of it: a request changes nothing until it is ruled on. */
function whatOfPermit(before: Permit, state: Issued): Happening | undefined {
  if (before.status === 'ABSENT') return 'PERMIT_GRANTED';
  const standing = standingOf(state);
  if (standing === standingOf(before) && before.versions.length === state.versions.length) return undefined;
  if (standing === 'REVOKED') return 'PERMIT_REVOKED';
  return standing === 'EXPIRED' ? 'PERMIT_EXPIRED' : 'PERMIT_CHANGED';
}

export interface HistoryRow {
  readonly origin: 'case' | 'permit' | 'register' | 'result';
  readonly version: number;
  readonly at: string;
  readonly what: Happening;
  readonly fields?: readonly string[];
}

export const historyRow = (entryId: string, { origin, version, at, what, fields = [] }: HistoryRow): ViewChange => ({
  text: `INSERT INTO register_history (entry_id, origin, version, at, what, fields) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING`,
  values: [entryId, origin, version, at, what, fields],
});
