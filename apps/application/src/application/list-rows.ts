import type { ViewChange, ViewInput } from '@hub/event-store';
import { type Application, type ApplicationEvent, hasContent } from './application.js';
import { titleOf } from './view.js';

const columns = [
  ...['id', 'version', 'status', 'title', 'search', 'procedure', 'lead_id', 'organisation_id'],
  ...['members', 'invited', 'reviewers', 'updated_at', 'expires_at'],
];

const upsert = `INSERT INTO application_list (${columns.join(', ')})
  VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

/** The application's row in the lists; the clock of idle drafts reads it as well. */
export function listRow({ id, state, version, events, at }: ViewInput<Application, ApplicationEvent>): ViewChange[] {
  if (!hasContent(state)) return [{ text: 'DELETE FROM application_list WHERE id = $1', values: [id] }];
  if (events.every(({ type }) => type === 'draft-expiring')) {
    // A notice is no change: the draft stays where it was in the lists, and as idle as it was.
    const text = 'UPDATE application_list SET version = $2, expires_at = $3 WHERE id = $1';
    return [{ text, values: [id, version, state.expiresAt] }];
  }
  const title = titleOf(state);
  const values = [
    ...[id, version, state.status, title, searchable(title), state.procedure, state.leadId, state.organisationId],
    state.team.map(({ personId, organisationId }) => `${personId}@${organisationId}`),
    state.invitations.map(({ personId }) => personId),
    ...[state.reviewers, at.toISOString(), state.expiresAt ?? null],
  ];
  return [{ text: upsert, values }];
}

/** Without accents and capitals, as the words are looked for. */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Every word, or its beginning, in any order; nothing where the text has no word. */
export function queryFor(text: string): string | undefined {
  const words = searchable(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : undefined;
}
