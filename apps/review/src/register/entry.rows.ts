import type { ViewChange, ViewInput } from '@hub/event-store';
import type { Entry, EntryEvent } from './entry.js';
import { historyRow } from './register.rows.js';

/** The texts of an entry, and that they were published. */
export function entryRows({ id, state, version, events, at }: ViewInput<Entry, EntryEvent>): ViewChange[] {
  if (state.status === 'ABSENT') return [];
  const { title, summary, confidentialityGround: ground, decision } = state.texts;
  const texts = [title, summary, ground, decision].flatMap((text) => [text?.fr ?? null, text?.en ?? null]);
  const instant = at.toISOString();
  return [
    {
      text: `UPDATE register_entry SET version = $2, published_at = coalesce(published_at, $3::timestamptz), changed_at = $3,
          decision_published_at = CASE WHEN $10::text IS NULL THEN decision_published_at
            ELSE coalesce(decision_published_at, $3::timestamptz) END,
          title_fr = $4, title_en = $5, summary_fr = $6, summary_en = $7, ground_fr = $8, ground_en = $9,
          words_fr = $10, words_en = $11
        WHERE id = $1`,
      values: [id, version, instant, ...texts],
    },
    historyRow(id, {
      origin: 'register',
      version,
      at: instant,
      what: 'TEXTS_PUBLISHED',
      fields: events.flatMap(({ changed }) => changed),
    }),
  ];
}
