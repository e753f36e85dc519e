import type { Database } from '@hub/event-store';

/** One fact of a thing's past: who did what to it, when. */
export interface HistoryEntry {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** A stream as its journal holds it, the oldest first. */
export async function historyOf(database: Database, stream: string): Promise<HistoryEntry[]> {
  const { rows } = await database.query<{ version: number; at: Date; by: string; event: Record<string, unknown> }>(
    'directory_history',
    `SELECT version, at, meta->>'actor' AS by, data AS event FROM event WHERE stream = $1 ORDER BY version`,
    [stream],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
