import type { PoolClient } from 'pg';
import type { Announcement } from './announcement.js';
import type { Database } from './database.js';

export interface Unsent extends Announcement {
  readonly txid: string;
  readonly seq: string;
}

/** Leaves announcements in the caller's transaction: for a service that stores state instead of events. */
export async function announceWithin(client: PoolClient, announcements: readonly Announcement[]): Promise<void> {
  for (const { topic, key, headers, value } of announcements) {
    await client.query('INSERT INTO outbox (topic, key, headers, value) VALUES ($1, $2, $3, $4)', [
      topic,
      key,
      JSON.stringify(headers),
      value,
    ]);
  }
}

/** What may be sent now, and whether a running transaction holds others back that have been committed. */
export interface Taken {
  readonly unsent: readonly Unsent[];
  readonly heldBack: boolean;
}

/**
 * The oldest announcements that no running transaction can still precede, in commit-safe order.
 * A reader that remembered the last sequence number instead would skip rows for ever.
 */
export async function takeUnsent(database: Database, limit: number): Promise<Taken> {
  const { rows } = await database.query<Omit<Unsent, 'headers'> & { headers: string; safe: boolean }>(
    'outbox_take',
    `SELECT txid::text, seq::text, topic, key, headers, value, txid < pg_snapshot_xmin(pg_current_snapshot()) AS safe
     FROM outbox ORDER BY outbox.txid, outbox.seq LIMIT $1`,
    [limit],
  );
  const unsent = rows
    .filter(({ safe }) => safe)
    .map(({ safe, ...row }) => ({ ...row, headers: JSON.parse(row.headers) }));
  return { unsent, heldBack: unsent.length < rows.length };
}

/** Forgets what the broker has acknowledged. */
export async function markSent(database: Database, sent: readonly Unsent[]): Promise<void> {
  await database.query(
    'outbox_sent',
    'DELETE FROM outbox o USING unnest($1::text[], $2::bigint[]) AS s(txid, seq) WHERE o.txid = s.txid::xid8 AND o.seq = s.seq',
    [sent.map((row) => row.txid), sent.map((row) => row.seq)],
  );
}

/** How many announcements wait, and for how long the oldest has, in milliseconds. */
export async function outboxBacklog(database: Database): Promise<{ waiting: number; oldestMs: number }> {
  const { rows } = await database.query<{ waiting: number; oldest: number }>(
    'outbox_backlog',
    `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(at)) * 1000, 0)::float AS oldest FROM outbox`,
    [],
  );
  return { waiting: rows[0]?.waiting ?? 0, oldestMs: rows[0]?.oldest ?? 0 };
}
