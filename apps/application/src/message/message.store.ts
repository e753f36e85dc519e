import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Database, Journal, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { type MessageEvent, type MessageState, message } from './message.js';
import { published } from './message.published.js';
import { sendMessage } from './send-message.js';
import type { Side } from './sides.js';

export interface MessageRow {
  readonly id: string;
  readonly fromSide: Side;
  readonly senderId: string;
  readonly organisationId: string;
  readonly field: string | null;
  readonly text: string;
  readonly attachments: readonly string[];
  /** The authority elsewhere whose papers these are. */
  readonly origin: string | null;
  readonly sentAt: Date;
  /** When the first of another side read it. */
  readonly readAt: Date | null;
  /** By the person who asks, or written by their side. */
  readonly read: boolean;
}

export interface Thread {
  readonly sides: readonly Side[];
  readonly messages: number;
  readonly lastAt: Date;
}

export interface Reader {
  readonly id: string;
  readonly side: Side | undefined;
}

export interface Page {
  readonly sides: readonly Side[];
  readonly limit: number;
  /** Id of the last message seen. */
  readonly before?: string | undefined;
  readonly field?: string | undefined;
}

@Injectable()
export class MessageStore extends AggregateStore<MessageState, MessageEvent, 'writer'> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
  ) {
    super(journal, { clock, ids }, { aggregate: message, slices: [sendMessage], published, views: rows });
  }

  /** Newest first; the page after one ends where that one ended, whatever was written meanwhile. */
  async list(applicationId: string, { id, side }: Reader, page: Page): Promise<MessageRow[]> {
    const { limit, before, field, sides } = page;
    const { rows } = await this.database.query<MessageRow & Record<string, unknown>>(
      'message_list',
      `SELECT m.id, m.from_side AS "fromSide", m.sender_id AS "senderId", m.organisation_id AS "organisationId", m.field,
          m.text, m.attachments, m.origin, m.sent_at AS "sentAt",
          (SELECT min(r.read_at) FROM message_read r WHERE r.message_id = m.id) AS "readAt",
          m.from_side = $2 OR EXISTS (SELECT 1 FROM message_read r WHERE r.message_id = m.id AND r.person_id = $3) AS read
        FROM message m
        WHERE m.application_id = $1 AND m.sides = $7::text[] AND ($4::text IS NULL OR m.field = $4)
          AND ($5::text IS NULL OR (m.sent_at, m.id) <
            (SELECT b.sent_at, b.id FROM message b WHERE b.id = $5 AND b.application_id = $1))
        ORDER BY m.sent_at DESC, m.id DESC LIMIT $6`,
      [applicationId, side ?? '', id, field ?? null, before ?? null, limit, sides],
    );
    return rows;
  }

  /** Marks what the other sides wrote in its thread, up to this message, as read. Returns how many that were. */
  async markRead(applicationId: string, { id, side }: { id: string; side: Side }, upTo: string): Promise<number> {
    const { rowCount } = await this.database.query(
      'message_mark_read',
      `INSERT INTO message_read (message_id, person_id, read_at)
        SELECT m.id, $2, $4::timestamptz FROM message m JOIN message last ON last.id = $5 AND last.application_id = $1
        WHERE m.application_id = $1 AND m.from_side <> $3 AND m.sides = last.sides
          AND (last.sides = '{}' AND $3 NOT LIKE 'holder:%' OR $3 = ANY (last.sides)) AND (m.sent_at, m.id) <= (last.sent_at, last.id)
        ON CONFLICT DO NOTHING`,
      [applicationId, id, side, this.clock.now().toISOString(), upTo],
    );
    return rowCount ?? 0;
  }

  /** The threads beside the case's own correspondence, the latest first: the side's, or all of them. */
  async threads(applicationId: string, side: Side | undefined): Promise<Thread[]> {
    const { rows } = await this.database.query<Thread & Record<string, unknown>>(
      'message_threads',
      `SELECT m.sides, count(*)::int AS messages, max(m.sent_at) AS "lastAt" FROM message m
        WHERE m.application_id = $1 AND m.sides <> '{}' AND ($2::text IS NULL OR $2 = ANY (m.sides))
        GROUP BY m.sides ORDER BY max(m.sent_at) DESC`,
      [applicationId, side ?? null],
    );
    return rows;
  }

  /** The sides of the thread that a message stands in. */
  async sidesOf(applicationId: string, messageId: string): Promise<readonly Side[] | undefined> {
    const { rows } = await this.database.query<{ sides: readonly Side[] }>(
      'message_sides_of',
      'SELECT sides FROM message WHERE application_id = $1 AND id = $2',
      [applicationId, messageId],
    );
    return rows[0]?.sides;
  }

  async seized(applicationId: string): Promise<boolean> {
    const { rowCount } = await this.database.query(
      'message_seized',
      'SELECT 1 FROM application_before_authority WHERE application_id = $1',
      [applicationId],
    );
    return rowCount === 1;
  }

  async noteSeized(applicationId: string): Promise<void> {
    await this.database.query(
      'message_note_seized',
      'INSERT INTO application_before_authority (application_id) VALUES ($1) ON CONFLICT DO NOTHING',
      [applicationId],
    );
  }
}

function rows({ id, events }: ViewInput<MessageState, MessageEvent>): ViewChange[] {
  return events.flatMap((sent) => [
    {
      text: `INSERT INTO message (id, application_id, from_side, sender_id, organisation_id, field, text, attachments, sent_at, sides, origin)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9::timestamptz, $10::text[], $11)`,
      values: [
        ...[id, sent.applicationId, sent.fromSide, sent.senderId, sent.organisationId, sent.field ?? null],
        ...[sent.text, sent.attachments, sent.sentAt, sent.sides ?? [], sent.origin ?? null],
      ],
    },
    {
      text: `UPDATE attachment SET state = 'ATTACHED', message_id = $1
        WHERE id = ANY($2::text[]) AND application_id = $3 AND purpose = 'message' AND message_id IS NULL`,
      values: [id, sent.attachments, sent.applicationId],
    },
  ]);
}
