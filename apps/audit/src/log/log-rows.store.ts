import { edgeTiles, type Frontier, loadFrontier, rootOf, TlogError, type WrittenTile } from '@hub/tlog';
import type { PoolClient } from 'pg';
import { type EntryFacts, factsOf, type NewRecord } from '../record/record.js';
import { type ObjectVersion, objectKey, type VersionGap } from '../record/version-gaps.js';
import type { LogHead } from './head.js';
import type { Position } from './position.js';

/** The stored tree does not lead to the stored head: somebody touched it. Nothing is appended to such a log. */
export class LogDamaged extends Error {
  override name = 'LogDamaged';
}

/**
 * Postgres plans a prepared statement once, here while the log is nearly empty, and would go on reading the whole
 * table for ever; so the transaction's look-ups are told to use their indexes, in the same round trip.
 */
export async function lockHead(client: PoolClient): Promise<LogHead> {
  const { rows } = await client.query<{ size: string; root: Buffer; counts: string }>({
    name: 'audit_lock_head',
    text: `SELECT set_config('enable_seqscan', 'off', true), size, root, counts FROM log_head FOR UPDATE`,
  });
  const row = rows[0];
  if (!row) throw new LogDamaged('the log has lost its head');
  return { size: Number(row.size), root: row.root, counts: JSON.parse(row.counts) };
}

/** The edge of the stored tree. */
export async function storedEdge(client: PoolClient, { size, root }: LogHead): Promise<Frontier> {
  const edge = edgeTiles(size);
  const { rows } = await client.query<{ hashes: Buffer }>({
    name: 'audit_edge',
    text: `SELECT t.hashes FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS e(level, index, n)
           JOIN tile t ON t.level = e.level AND t.index = e.index ORDER BY e.n`,
    values: [edge.map(({ level }) => level), edge.map(({ index }) => index)],
  });
  const stored = edgeFrom(
    size,
    rows.map(({ hashes }) => hashes),
  );
  if (!stored || Buffer.compare(rootOf(stored), root) !== 0) {
    throw new LogDamaged(`the stored tree of ${size} records does not lead to the stored root`);
  }
  return stored;
}

function edgeFrom(size: number, hashes: readonly Uint8Array[]): Frontier | undefined {
  try {
    return loadFrontier(size, hashes);
  } catch (error) {
    if (error instanceof TlogError) return undefined;
    throw error;
  }
}

/** What the log holds under the records' event ids. */
export async function knownEvents(client: PoolClient, records: readonly NewRecord[]): Promise<Map<string, EntryFacts>> {
  const { rows } = await client.query<{ event_id: string; entry: Buffer }>({
    name: 'audit_known_events',
    text: 'SELECT event_id, entry FROM record WHERE event_id = ANY ($1::text[])',
    values: [records.map(({ facts }) => facts.eventId)],
  });
  return new Map(rows.map(({ event_id, entry }) => [event_id, factsOf(entry)]));
}

/** Highest version in the log, by `objectKey`; 0 where there is none. */
export async function latestVersions(
  client: PoolClient,
  objects: readonly ObjectVersion[],
): Promise<Map<string, number>> {
  if (objects.length === 0) return new Map();
  const { rows } = await client.query<{ type: string; id: string; latest: string | null }>({
    name: 'audit_latest_versions',
    text: `SELECT o.type, o.id, (SELECT max(version) FROM record r WHERE r.object_id = o.id AND r.object_type = o.type) AS latest
           FROM unnest($1::text[], $2::text[]) AS o(type, id)`,
    values: [objects.map(({ type }) => type), objects.map(({ id }) => id)],
  });
  return new Map(rows.map(({ type, id, latest }) => [objectKey(type, id), Number(latest ?? 0)]));
}

/** One statement for all that moves with the head: one round trip under the lock. */
export async function moveHead(
  client: PoolClient,
  head: LogHead,
  tiles: readonly WrittenTile[],
  consumed: readonly Position[],
  gaps: readonly VersionGap[],
): Promise<void> {
  await client.query({
    name: 'audit_move_head',
    text: `WITH tiles AS (
             INSERT INTO tile (level, index, hashes) SELECT * FROM unnest($4::int[], $5::bigint[], $6::bytea[])
             ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes
           ), positions AS (
             INSERT INTO position AS p (topic, partition, next) SELECT * FROM unnest($7::text[], $8::int[], $9::bigint[])
             ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next
           ), gaps AS (
             INSERT INTO version_gap (object_type, object_id, first, last)
             SELECT * FROM unnest($10::text[], $11::text[], $12::bigint[], $13::bigint[]) ON CONFLICT DO NOTHING
           )
           UPDATE log_head SET size = $1, root = $2, counts = $3`,
    values: [
      head.size,
      head.root,
      JSON.stringify(head.counts),
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => hashes),
      consumed.map(({ topic }) => topic),
      consumed.map(({ partition }) => partition),
      consumed.map(({ next }) => next),
      gaps.map(({ objectType }) => objectType),
      gaps.map(({ objectId }) => objectId),
      gaps.map(({ first }) => first),
      gaps.map(({ last }) => last),
    ],
  });
}
