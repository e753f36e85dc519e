import type { Database } from '@hub/event-store';
import {
  append,
  EMPTY_FRONTIER,
  edgeTiles,
  type Frontier,
  leafHash,
  loadFrontier,
  rootOf,
  TlogError,
  type WrittenTile,
} from '@hub/tlog';
import type { PoolClient } from 'pg';
import { type EntryFacts, factsOf, type NewRecord } from '../record/record.js';
import { sortOut } from '../record/sort-out.js';
import { gapsIn, objectKey, type VersionGap } from '../record/version-gaps.js';
import { COPY_RECORDS, encodeRows } from './copy-format.js';
import { copyIn } from './copy-in.client.js';
import { headAfter, type LogHead } from './head.js';
import { type Position, reached } from './position.js';

export interface AppendedBatch {
  readonly head: LogHead;
  /** Index of the first new record; equals the size before. */
  readonly first: number;
  readonly added: number;
  /** Records that the log had already. */
  readonly duplicates: number;
  readonly gaps: readonly VersionGap[];
}

/** The stored tree does not lead to the stored head: somebody touched it. Nothing is appended to such a log. */
export class LogDamaged extends Error {
  override name = 'LogDamaged';
}

/**
 * Appends to the log. A batch is one transaction: its records, the tree, the consumed positions and the head are
 * all there or not at all. The head's row is locked first, so that of two processes only one appends at a time.
 */
export class Appender {
  private frontier: Frontier = EMPTY_FRONTIER;

  constructor(private readonly database: Database) {}

  /**
   * Records a batch, each event once.
   *
   * @param consumed where the batch's messages came from; stored with them
   * @throws StorageUnavailable; whether the batch was stored is then unknown, and giving it again is safe
   * @throws LogDamaged
   */
  async appendBatch(records: readonly NewRecord[], consumed: readonly Position[] = []): Promise<AppendedBatch> {
    let frontier = this.frontier;
    const appended = await this.database.transaction(async (client) => {
      const before = await lockHead(client);
      const known = await knownTo(client, frontier, before);
      const { fresh, duplicates } = await newAmong(client, records);
      const gaps = gapsIn(facts(fresh), await latestVersions(client, fresh));
      const step = append(
        known,
        fresh.map(({ entry }) => leafHash(entry)),
      );
      const head = headAfter(
        step.frontier,
        before.counts,
        facts(fresh).map(({ topic }) => topic),
      );
      if (fresh.length > 0) await copyIn(client, COPY_RECORDS, encodeRows(fresh, before.size));
      await moveHead(client, head, step.tiles, reached(consumed), gaps);
      frontier = step.frontier;
      return { head, first: before.size, added: fresh.length, duplicates, gaps };
    });
    this.frontier = frontier;
    return appended;
  }

  /** Where to read on, by topic and partition. */
  async positions(): Promise<Position[]> {
    const { rows } = await this.database.query<{ topic: string; partition: number; next: string }>(
      'audit_positions',
      'SELECT topic, partition, next FROM position',
      [],
    );
    return rows.map((row) => ({ ...row, next: Number(row.next) }));
  }
}

async function lockHead(client: PoolClient): Promise<LogHead> {
  const { rows } = await client.query<{ size: string; root: Buffer; counts: string }>({
    name: 'audit_lock_head',
    text: 'SELECT size, root, counts FROM log_head FOR UPDATE',
  });
  const row = rows[0];
  if (!row) throw new LogDamaged('the log has lost its head');
  return { size: Number(row.size), root: row.root, counts: JSON.parse(row.counts) };
}

/** The remembered edge, or the stored one when another process has appended since, or this one just started. */
async function knownTo(client: PoolClient, remembered: Frontier, { size, root }: LogHead): Promise<Frontier> {
  if (remembered.size === size && Buffer.compare(rootOf(remembered), root) === 0) return remembered;
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

async function newAmong(client: PoolClient, records: readonly NewRecord[]) {
  const first = sortOut(records, await knownEvents(client, records));
  if (first.conflicting.length === 0) return first;
  const second = sortOut(first.conflicting, await knownEvents(client, first.conflicting));
  return { fresh: [...first.fresh, ...second.fresh], duplicates: first.duplicates + second.duplicates };
}

async function knownEvents(client: PoolClient, records: readonly NewRecord[]): Promise<Map<string, EntryFacts>> {
  const { rows } = await client.query<{ event_id: string; entry: Buffer }>({
    name: 'audit_known_events',
    text: 'SELECT event_id, entry FROM record WHERE event_id = ANY ($1::text[])',
    values: [facts(records).map(({ eventId }) => eventId)],
  });
  return new Map(rows.map(({ event_id, entry }) => [event_id, factsOf(entry)]));
}

async function latestVersions(client: PoolClient, records: readonly NewRecord[]): Promise<Map<string, number>> {
  const objects = new Map(facts(records).map(({ object }) => [objectKey(object.type, object.id), object]));
  const { rows } = await client.query<{ type: string; id: string; latest: string | null }>({
    name: 'audit_latest_versions',
    text: `SELECT o.type, o.id, (SELECT max(version) FROM record r WHERE r.object_id = o.id AND r.object_type = o.type) AS latest
           FROM unnest($1::text[], $2::text[]) AS o(type, id)`,
    values: [[...objects.values()].map(({ type }) => type), [...objects.values()].map(({ id }) => id)],
  });
  return new Map(rows.map(({ type, id, latest }) => [objectKey(type, id), Number(latest ?? 0)]));
}

/** One statement for all that moves with the head: one round trip under the lock. */
async function moveHead(
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

const facts = (records: readonly NewRecord[]): EntryFacts[] => records.map((record) => record.facts);
