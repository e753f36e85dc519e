import { type Bilingual, Procedures } from '@hub/procedures';
import type { Cell } from '../csv.js';
import { type Happening, happeningWords, isDecided, type Kind, kindWords } from './kind.js';
import type { RegisterHistoryRow, RegisterRow } from './register-row.js';

const declared = new Procedures();

const both = (fr: string | null, en: string | null): Bilingual | null =>
  fr === null || en === null ? null : { fr, en };

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** An entry as everybody reads it. A summary that is confidential by now is not shown, though it was published once. */
export function viewOf(row: RegisterRow, now: Date) {
  const kind = row.kind as Kind;
  const { summary_confidential: confidential } = row;
  return {
    id: row.id,
    version: row.version,
    kind,
    kindWords: kindWords[kind],
    procedure: row.procedure,
    procedureTitle: declared.newest(row.procedure)?.title ?? null,
    organisationId: row.organisation_id,
    datasets: row.datasets,
    purposes: row.purposes,
    receivedAt: iso(row.received_at),
    decidedAt: iso(row.decided_at),
    title: both(row.title_fr, row.title_en),
    summary: confidential ? null : both(row.summary_fr, row.summary_en),
    confidentialityGround: both(row.ground_fr, row.ground_en),
    decision: both(row.words_fr, row.words_en),
    publication: publicationOf(row, kind, now),
    permit: row.permit_id && {
      id: row.permit_id,
      status: row.permit_status,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    },
    result: resultOf(row, now),
    /** The applicant’s own public words, kept by the application service. */
    notice: `/applications/${row.id}/public`,
    changedAt: iso(row.changed_at),
  };
}

export type EntryView = ReturnType<typeof viewOf>;

function publicationOf(row: RegisterRow, kind: Kind, now: Date) {
  const due = row.publication_due_at;
  const published = row.decision_published_at;
  if (!isDecided(kind) || !due) return null;
  const status = published ? 'PUBLISHED' : now > due ? 'OVERDUE' : 'DUE';
  return { status, dueAt: iso(due), publishedAt: iso(published), late: published !== null && published > due };
}

function resultOf(row: RegisterRow, now: Date) {
  if (row.result_status === null) return null;
  const overdue = row.result_status !== 'PUBLISHED' && row.result_due_at !== null && now > row.result_due_at;
  return {
    status: overdue ? 'OVERDUE' : row.result_status,
    dueAt: iso(row.result_due_at),
    publishedAt: iso(row.result_published_at),
    title: both(row.result_title_fr, row.result_title_en),
    summary: both(row.result_summary_fr, row.result_summary_en),
    links: row.result_links ?? [],
  };
}

export const historyOf = (rows: readonly RegisterHistoryRow[]) =>
  rows.map(({ at, what, fields }) => ({
    at: iso(at),
    what,
    words: happeningWords[what as Happening] ?? null,
    ...(fields.length > 0 && { fields }),
  }));

export const csvColumns = [
  ...['id', 'kind', 'procedure', 'organisation', 'datasets', 'purposes', 'received', 'decided', 'title_fr', 'title_en'],
  ...[
    'summary_fr',
    'summary_en',
    'confidentiality_ground_fr',
    'confidentiality_ground_en',
    'decision_fr',
    'decision_en',
  ],
  ...['publication', 'publication_due', 'permit', 'permit_status', 'valid_from', 'valid_until'],
  ...['result', 'result_due', 'result_title_fr', 'result_title_en', 'result_links', 'notice'],
];

export function csvCells(entry: EntryView): Cell[] {
  const { title, summary, confidentialityGround: ground, decision, publication, permit, result } = entry;
  return [
    ...[
      entry.id,
      entry.kind,
      entry.procedure,
      entry.organisationId,
      entry.datasets.join(' '),
      entry.purposes.join(' '),
    ],
    ...[entry.receivedAt, entry.decidedAt, title?.fr, title?.en, summary?.fr, summary?.en, ground?.fr, ground?.en],
    ...[decision?.fr, decision?.en, publication?.status, publication?.dueAt],
    ...(permit ? [permit.id, permit.status, permit.validFrom, permit.validUntil] : ['', '', '', '']),
    ...[result?.status, result?.dueAt, result?.title?.fr, result?.title?.en, result?.links.join(' '), entry.notice],
  ];
}
