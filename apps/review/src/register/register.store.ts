import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Database, Journal } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { commands } from './commands.js';
import { type Entry, type EntryEvent, type EntryRelation, entry } from './entry.js';
import { published } from './entry.published.js';
import { entryRows } from './entry.rows.js';
import { conditionsOf, type Filters, type Place } from './register-query.js';
import { columns, type RegisterHistoryRow, type RegisterRow } from './register-row.js';

const batch = 500;

@Injectable()
export class RegisterStore extends AggregateStore<Entry, EntryEvent, EntryRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
  ) {
    super(journal, { clock, ids }, { aggregate: entry, slices: commands, published, views: entryRows });
  }

  /** The entries of one page, the latest received first. */
  async page(filters: Filters, limit: number, after?: Place): Promise<RegisterRow[]> {
    const { where, values } = conditionsOf(filters, this.ports.clock.now(), after);
    const sql = `SELECT ${columns} FROM register_entry ${where} ORDER BY received_at DESC, id DESC LIMIT ${limit}`;
    // Conditions come in many combinations: an unnamed statement, so that connections keep no plan of each.
    return (await this.database.pool.query<RegisterRow>(sql, values)).rows;
  }

  /** All entries that match, page after page: whoever reads slowly holds no connection and no snapshot. */
  async *all(filters: Filters): AsyncGenerator<RegisterRow> {
    for (let after: Place | undefined; ; ) {
      const rows = await this.page(filters, batch, after);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < batch) return;
      after = { receivedAt: last.received_at.toISOString(), id: last.id };
    }
  }

  /** What the applicant says of the summary, unless something newer was announced before. */
  async recordConfidential(id: string, version: number, confidential: boolean): Promise<void> {
    await this.database.query(
      'register_confidential',
      `INSERT INTO register_confidential (entry_id, version, confidential) VALUES ($1, $2, $3)
       ON CONFLICT (entry_id) DO UPDATE SET version = excluded.version, confidential = excluded.confidential
       WHERE register_confidential.version < excluded.version`,
      [id, version, confidential],
    );
  }

  async entryOf(id: string): Promise<RegisterRow | undefined> {
    const sql = `SELECT ${columns} FROM register_entry WHERE id = $1`;
    return (await this.database.query<RegisterRow>('register_entry', sql, [id])).rows[0];
  }

  async historyOf(id: string): Promise<RegisterHistoryRow[]> {
    const sql = 'SELECT at, what, fields FROM register_history WHERE entry_id = $1 ORDER BY at, origin, version';
    return (await this.database.query<RegisterHistoryRow>('register_history', sql, [id])).rows;
  }
}
