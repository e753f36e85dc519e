import { Clock } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { NoticesInput } from './notice.input.js';
import { type Place, placeAfter, placeOf } from './place.js';
import type { Content } from './render.js';
import { patternsOf } from './search-words.js';

export interface NoticeView {
  readonly id: string;
  readonly event: string;
  readonly kind: 'task' | 'status';
  readonly applicationId: string | null;
  readonly reference: string;
  readonly dueAt: Date | null;
  readonly content: Content;
  readonly at: Date;
  readonly readAt: Date | null;
}

const columns = `id, event_type AS event, kind, application_id AS "applicationId", reference, due_at AS "dueAt", content, at,
  read_at AS "readAt"`;

/** A person's inbox: their own notices and nobody else's. */
@Injectable()
export class NoticeStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(personId: string, input: NoticesInput): Promise<{ items: NoticeView[]; next?: string }> {
    const { limit, unread, kind, order, q, after } = input;
    const place: Place | undefined = after === undefined ? undefined : placeOf(after);
    const { rows } = await this.database.query<NoticeView & { later: boolean }>(
      'notice_list',
      `SELECT * FROM (SELECT ${columns}, ($2 AND read_at IS NOT NULL) AS later FROM notice
         WHERE person_id = $1 AND (NOT $3 OR read_at IS NULL) AND ($4::text IS NULL OR kind = $4) AND words LIKE ALL ($5::text[])) n
       WHERE $6::boolean IS NULL OR later > $6 OR (later = $6 AND (at, id) < ($7::timestamptz, $8))
       ORDER BY later, at DESC, id DESC LIMIT $9`,
      [
        personId,
        order === 'unread-first',
        unread,
        kind ?? null,
        patternsOf(q ?? ''),
        place?.later ?? null,
        place?.at ?? null,
        place?.id ?? null,
        limit + 1,
      ],
    );
    const items = rows.slice(0, limit).map(({ later: _, ...view }) => view);
    const last = rows[limit - 1];
    return { items, ...(rows.length > limit && last && { next: placeAfter(last) }) };
  }

  async count(personId: string): Promise<{ unread: number; tasks: number }> {
    const { rows } = await this.database.query<{ unread: number; tasks: number }>(
      'notice_count',
      `SELECT count(*)::int AS unread, count(*) FILTER (WHERE kind = 'task')::int AS tasks FROM notice
       WHERE person_id = $1 AND read_at IS NULL`,
      [personId],
    );
    return rows[0] ?? { unread: 0, tasks: 0 };
  }

  /** The first reading counts. Absent when the notice is not the person's. */
  async read(personId: string, id: string): Promise<NoticeView | undefined> {
    const { rows } = await this.database.query<NoticeView>(
      'notice_read',
      `UPDATE notice SET read_at = coalesce(read_at, $3::timestamptz) WHERE person_id = $1 AND id = $2 RETURNING ${columns}`,
      [personId, id, this.clock.now().toISOString()],
    );
    return rows[0];
  }

  async readAll(personId: string): Promise<number> {
    const { rowCount } = await this.database.query(
      'notice_read_all',
      'UPDATE notice SET read_at = $2::timestamptz WHERE person_id = $1 AND read_at IS NULL',
      [personId, this.clock.now().toISOString()],
    );
    return rowCount ?? 0;
  }

  async forgetBefore(at: Date): Promise<void> {
    await this.database.query('notice_forget', 'DELETE FROM notice WHERE created_at < $1::timestamptz', [
      at.toISOString(),
    ]);
  }
}
