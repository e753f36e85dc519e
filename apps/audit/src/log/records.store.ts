import type { Database } from '@hub/event-store';
import type { VersionGap } from '../record/version-gaps.js';

/** An entry at its place in the log. */
export interface StoredRecord {
  readonly index: number;
  /** The bytes that are hashed. */
  readonly entry: Buffer;
}

export interface RecordFilter {
  readonly actor?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  readonly type?: string | undefined;
  /** When it occurred; `from` included, `to` not. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

type Row = { index: string; entry: Buffer };

/** Longest list of missing versions that is spelt out for one gap. */
const MISSING_LIMIT = 1_000;

/** Reads the log's records. */
export class Records {
  constructor(private readonly database: Database) {}

  /** Records from `start` (included) on that fit, in the order of the log. */
  async list(filter: RecordFilter, start: number, limit: number): Promise<StoredRecord[]> {
    const values: unknown[] = [start, limit];
    const conditions = ['index >= $1'];
    const names: string[] = [];
    const where = (name: string, condition: string, value: unknown) => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(`${condition} $${values.length}`);
      names.push(name);
    };
    where('actor', 'actor =', filter.actor);
    where('otype', 'object_type =', filter.objectType);
    where('oid', 'object_id =', filter.objectId);
    where('type', 'type =', filter.type);
    where('from', 'occurred_at >=', filter.from);
    where('to', 'occurred_at <', filter.to);
    const text = `SELECT index, entry FROM record WHERE ${conditions.join(' AND ')} ORDER BY index LIMIT $2`;
    const { rows } = await this.database.query<Row>(`audit_list_${names.join('_')}`, text, values);
    return rows.map(stored);
  }

  async at(index: number): Promise<StoredRecord | undefined> {
    const [record] = await this.range(index, index + 1);
    return record;
  }

  async ofEvent(eventId: string): Promise<StoredRecord | undefined> {
    const { rows } = await this.database.query<Row>(
      'audit_of_event',
      'SELECT index, entry FROM record WHERE event_id = $1',
      [eventId],
    );
    return rows.map(stored)[0];
  }

  /** Records from `start` (included) to `end` (not), in order. */
  async range(start: number, end: number): Promise<StoredRecord[]> {
    const { rows } = await this.database.query<Row>(
      'audit_range',
      'SELECT index, entry FROM record WHERE index >= $1 AND index < $2 ORDER BY index',
      [start, end],
    );
    return rows.map(stored);
  }

  /** Versions that are missing now: those noticed at some append, less what has arrived since. */
  async gaps(limit: number): Promise<(VersionGap & { missing: number[] })[]> {
    const { rows } = await this.database.query<
      Record<'object_type' | 'object_id' | 'first' | 'last', string> & { missing: string[] }
    >(
      'audit_gaps',
      `SELECT g.*, m.missing FROM version_gap g, LATERAL (
         SELECT array_agg(v ORDER BY v) AS missing FROM generate_series(g.first, least(g.last, g.first + $2)) v
         WHERE NOT EXISTS (SELECT FROM record r WHERE r.object_id = g.object_id AND r.object_type = g.object_type AND r.version = v)
       ) m WHERE m.missing IS NOT NULL ORDER BY g.object_type, g.object_id, g.first LIMIT $1`,
      [limit, MISSING_LIMIT - 1],
    );
    return rows.map((row) => ({
      objectType: row.object_type,
      objectId: row.object_id,
      first: Number(row.first),
      last: Number(row.last),
      missing: row.missing.map(Number),
    }));
  }
}

const stored = ({ index, entry }: Row): StoredRecord => ({ index: Number(index), entry });
