/** A row of the register as it is read: column names are Postgres’s, spelled once in `columns`. */
export interface RegisterRow {
  readonly id: string;
  readonly kind: string;
  readonly procedure: string;
  readonly organisation_id: string;
  readonly datasets: readonly string[];
  readonly purposes: readonly string[];
  readonly received_at: Date;
  readonly decided_at: Date | null;
  readonly publication_due_at: Date | null;
  readonly summary_confidential: boolean;
  readonly version: number;
  readonly published_at: Date | null;
  readonly decision_published_at: Date | null;
  readonly title_fr: string | null;
  readonly title_en: string | null;
  readonly summary_fr: string | null;
  readonly summary_en: string | null;
  readonly ground_fr: string | null;
  readonly ground_en: string | null;
  readonly words_fr: string | null;
  readonly words_en: string | null;
  readonly permit_id: string | null;
  readonly permit_status: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly result_status: string | null;
  readonly result_due_at: Date | null;
  readonly result_published_at: Date | null;
  readonly result_title_fr: string | null;
  readonly result_title_en: string | null;
  readonly result_summary_fr: string | null;
  readonly result_summary_en: string | null;
  readonly result_links: readonly string[] | null;
  readonly changed_at: Date;
}

/** Whether the applicant keeps the lay summary confidential, as the application service last announced. */
export const confidential =
  'EXISTS (SELECT 1 FROM register_confidential c WHERE c.entry_id = register_entry.id AND c.confidential)';

/** What is read of an entry: never the search columns, never the case. Days as text, so that no zone moves them. */
export const columns = [
  ...['id', 'kind', 'procedure', 'organisation_id', 'datasets', 'purposes', 'received_at', 'decided_at'],
  ...[
    'publication_due_at',
    `${confidential} AS summary_confidential`,
    'version',
    'published_at',
    'decision_published_at',
  ],
  ...['title_fr', 'title_en', 'summary_fr', 'summary_en', 'ground_fr', 'ground_en', 'words_fr', 'words_en'],
  ...['permit_id', 'permit_status', 'valid_from::text', 'valid_until::text'],
  ...['result_status', 'result_due_at', 'result_published_at', 'result_title_fr', 'result_title_en'],
  ...['result_summary_fr', 'result_summary_en', 'result_links', 'changed_at'],
].join(', ');

export interface RegisterHistoryRow {
  readonly at: Date;
  readonly what: string;
  readonly fields: readonly string[];
}
