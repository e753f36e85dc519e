import type { Database } from '@hub/event-store';
import { append, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '@hub/tlog';
import type { PoolClient } from 'pg';
import type { NewRecord } from '../record/record.js';
import { type SortedOut, sortOut } from '../record/sort-out.js';
import { gapsIn, type VersionGap, versionsToLookUp } from '../record/version-gaps.js';
import { COPY_RECORDS, encodeRows } from './copy-format.js';
import { copyIn } from './copy-in.client.js';
import { headAfter, type LogHead } from './head.js';
import { knownEvents, latestVersions, lockHead, moveHead, storedEdge } from './log-rows.store.js';
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

/** What an appender remembers of the log between batches; true only as long as nobody else appends. */
interface Memory {
  readonly frontier: Frontier;
  /** Highest version, by `objectKey`, of the objects met lately. */
  readonly versions: Map<string, number>;
}

const OBJECTS_REMEMBERED = 100_000;

/**
 * Appends to the log. A batch is one transaction: its records, the tree, the consumed positions and the head are
 * all there or not at all. The head's row is locked first, so that of two processes only one appends at a time.
 */
export class Appender {
  private memory: Memory = { frontier: EMPTY_FRONTIER, versions: new Map() };
  /** Whether events are looked up before they are written. After a start some come again; in between hardly any. */
  private expectsDuplicates = true;

  constructor(private readonly database: Database) {}

  /**
   * Records a batch, each event once.
   *
   * @param consumed where the batch's messages came from; stored with them
   * @throws StorageUnavailable; whether the batch was stored is then unknown, and giving it again is safe
   * @throws LogDamaged
   */
  async appendBatch(records: readonly NewRecord[], consumed: readonly Position[] = []): Promise<AppendedBatch> {
    const lookUp = this.expectsDuplicates;
    try {
      return await this.attempt(records, consumed, lookUp);
    } catch (error) {
      if (lookUp || !isTaken(error)) throw error;
      // The unique index refused an event that came again: once more, looking them up first.
      return this.attempt(records, consumed, true);
    }
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

  private async attempt(
    records: readonly NewRecord[],
    consumed: readonly Position[],
    lookUp: boolean,
  ): Promise<AppendedBatch> {
    const memory = this.memory;
    // Forgotten until the commit: a transaction that fails leaves nothing to be trusted.
    this.memory = { frontier: EMPTY_FRONTIER, versions: new Map() };
    let after = memory;
    const appended = await this.database.transaction(async (client) => {
      const before = await lockHead(client);
      const known = holds(memory, before)
        ? memory
        : { frontier: await storedEdge(client, before), versions: new Map() };
      const { fresh, duplicates } = await newAmong(client, records, lookUp);
      const { head, frontier, gaps } = await write(client, before, known, fresh, consumed);
      after = { frontier, versions: known.versions };
      return { head, first: before.size, added: fresh.length, duplicates, gaps };
    });
    if (after.versions.size > OBJECTS_REMEMBERED) after.versions.clear();
    this.memory = after;
    this.expectsDuplicates = appended.duplicates > 0;
    return appended;
  }
}

async function newAmong(client: PoolClient, records: readonly NewRecord[], lookUp: boolean): Promise<SortedOut> {
  const known = async (some: readonly NewRecord[]) => (lookUp ? knownEvents(client, some) : new Map<string, never>());
  const first = sortOut(records, await known(records));
  if (first.conflicting.length === 0) return first;
  const second = sortOut(first.conflicting, await known(first.conflicting));
  return { ...second, fresh: [...first.fresh, ...second.fresh], duplicates: first.duplicates + second.duplicates };
}

/** Writes what is new, and moves the head over it. */
async function write(
  client: PoolClient,
  before: LogHead,
  { frontier: edge, versions }: Memory,
  fresh: readonly NewRecord[],
  consumed: readonly Position[],
) {
  const facts = fresh.map((record) => record.facts);
  for (const [key, latest] of await latestVersions(client, versionsToLookUp(facts, versions)))
    versions.set(key, latest);
  const gaps = gapsIn(facts, versions);
  const leaves = fresh.map(({ entry }) => leafHash(entry));
  const { frontier, tiles } = append(edge, leaves);
  const topics = facts.map(({ topic }) => topic);
  const head = headAfter(frontier, before.counts, topics);
  if (fresh.length > 0) await copyIn(client, COPY_RECORDS, encodeRows(fresh, before.size));
  await moveHead(client, head, tiles, reached(consumed), gaps);
  return { head, frontier, gaps };
}

const holds = ({ frontier }: Memory, { size, root }: LogHead): boolean =>
  frontier.size === size && Buffer.compare(rootOf(frontier), root) === 0;

/** A unique index refused a row. */
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';
