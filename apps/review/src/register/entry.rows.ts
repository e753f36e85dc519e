import type { ViewChange, ViewInput } from '@hub/event-store';
import { deadlineDone, deadlinesDone } from '../clocks/deadline-rows.js';
import type { Entry, EntryEvent, Texts } from './entry.js';
import { publicationKinds } from './publication-deadlines.js';
import { historyRow } from './register.rows.js';

/** The texts of an entry, that they were published or are overdue, and that nobody waits for them any more. */
export function entryRows({ id, version, events, at }: ViewInput<Entry, EntryEvent>): ViewChange[] {
  return events.flatMap((event) => {
    if (event.type === 'published') return publishedRows(id, version, event, at);
    const seen = { text: 'UPDATE register_entry SET version = $2 WHERE id = $1', values: [id, version] };
    if (event.type === 'publication-near')
      return [seen, deadlineDone(publicationKinds.reminder, id, event.remindAt, at)];
    const what = { origin: 'register', version, at: at.toISOString(), what: 'PUBLICATION_OVERDUE' } as const;
    return [seen, historyRow(id, what), ...noLongerAwaited(id, at)];
  });
}

type Published = Extract<EntryEvent, { type: 'published' }>;

function publishedRows(id: string, version: number, { texts, changed }: Published, at: Date): ViewChange[] {
  const instant = at.toISOString();
  return [
    {
      text: `UPDATE register_entry SET version = $2, published_at = coalesce(published_at, $3::timestamptz), changed_at = $3,
          decision_published_at = CASE WHEN $10::text IS NULL THEN decision_published_at
            ELSE coalesce(decision_published_at, $3::timestamptz) END,
          title_fr = $4, title_en = $5, summary_fr = $6, summary_en = $7, ground_fr = $8, ground_en = $9,
          words_fr = $10, words_en = $11
        WHERE id = $1`,
      values: [id, version, instant, ...inBothLanguages(texts)],
    },
    historyRow(id, { origin: 'register', version, at: instant, what: 'TEXTS_PUBLISHED', fields: changed }),
    ...(texts.decision ? noLongerAwaited(id, at) : []),
  ];
}

const inBothLanguages = ({ title, summary, confidentialityGround: ground, decision }: Texts) =>
  [title, summary, ground, decision].flatMap((text) => [text?.fr ?? null, text?.en ?? null]);

const noLongerAwaited = (id: string, at: Date): ViewChange[] =>
  Object.values(publicationKinds).map((kind) => deadlinesDone(kind, id, at));
