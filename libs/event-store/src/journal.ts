import { createHash } from 'node:crypto';
import type { Occurrence } from '@hub/decider';
import type { Announcement } from './announcement.js';
import type { Database } from './database.js';

/** A statement on a view's table, run in the statement that appends the events. */
export interface ViewChange {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Proof that something was done, and what was answered: an idempotent command, or a handled event. */
export interface Receipt {
  /** Who asks: an actor's id, or a consumer's name. */
  readonly scope: string;
  /** The Idempotency-Key, or the event's id. */
  readonly key: string;
  /** Of the command, so that a key used again for something else is told apart. */
  readonly fingerprint: string;
  readonly answer: unknown;
}

export interface Append<Event extends Occurrence> {
  readonly stream: string;
  /** The version that the events build on; another one in the meantime is a conflict. */
  readonly expected: number;
  readonly events: readonly Event[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly announcements: readonly Announcement[];
  readonly views: readonly ViewChange[];
  readonly receipt?: Receipt | undefined;
}

/** An event with its circumstances. */
export interface Recorded<Event extends Occurrence> {
  readonly version: number;
  readonly event: Event;
  readonly at: string;
  readonly actor: string;
}

export type Appended = 'appended' | 'conflict' | 'already-done';

/** Appends and loads streams. One append is one statement: all of it happens, or nothing. */
export class Journal {
  private readonly listeners: (() => void)[] = [];

  constructor(readonly database: Database) {}

  /** Called after each commit that left something to announce. */
  onCommit(listener: () => void): void {
    this.listeners.push(listener);
  }

  async load<Event extends Occurrence>(stream: string, after = 0): Promise<Event[]> {
    const { rows } = await this.database.query<{ data: Event }>(
      'journal_load',
      'SELECT data FROM event WHERE stream = $1 AND version > $2 ORDER BY version',
      [stream, after],
    );
    return rows.map((row) => row.data);
  }

  /** The whole stream with who did it and when. */
  async history<Event extends Occurrence>(stream: string): Promise<Recorded<Event>[]> {
    const { rows } = await this.database.query<{ version: number; data: Event; at: Date; actor: string }>(
      'journal_history',
      "SELECT version, data, at, meta->>'actor' AS actor FROM event WHERE stream = $1 ORDER BY version",
      [stream],
    );
    return rows.map(({ version, data, at, actor }) => ({ version, event: data, at: at.toISOString(), actor }));
  }

  async append<Event extends Occurrence>(append: Append<Event>): Promise<Appended> {
    const { text, values } = statementFor(append);
    try {
      await this.database.query(nameOf(text), text, values);
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (code === '23505' && constraint === 'event_pkey') return 'conflict';
      if (code === '23505' && constraint === 'receipt_pkey') return 'already-done';
      // Whoever lost the race may meet the winner in a row of a view first.
      if (code === '23505' && (await this.load(append.stream, append.expected)).length > 0) return 'conflict';
      throw error;
    }
    this.committed();
    return 'appended';
  }

  committed(): void {
    for (const listener of this.listeners) listener();
  }

  async receipt(scope: string, key: string): Promise<Pick<Receipt, 'fingerprint' | 'answer'> | undefined> {
    const { rows } = await this.database.query<{ fingerprint: string; answer: unknown }>(
      'journal_receipt',
      'SELECT fingerprint, answer FROM receipt WHERE scope = $1 AND key = $2',
      [scope, key],
    );
    return rows[0];
  }
}

const appendEvents = `
  INSERT INTO event (stream, version, type, data, meta, at)
  SELECT $1, $2::integer + e.n, e.type, e.data::json, $5::json, $6::timestamptz
  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS e(type, data, n)`;

const appendAnnouncements = `
  INSERT INTO outbox (topic, key, headers, value)
  SELECT a.topic, a.key, a.headers, a.value
  FROM unnest($7::text[], $8::text[], $9::text[], $10::text[]) WITH ORDINALITY AS a(topic, key, headers, value, n)
  ORDER BY a.n`;

const appendReceipt = `
  INSERT INTO receipt (scope, key, fingerprint, answer, at) VALUES ($11, $12, $13, $14::json, $6::timestamptz)`;

/** All parts as data-modifying CTEs of one statement: one round trip, one transaction. */
function statementFor<Event extends Occurrence>(append: Append<Event>): ViewChange {
  const values: unknown[] = [
    append.stream,
    append.expected,
    append.events.map((event) => event.type),
    append.events.map((event) => JSON.stringify(event)),
    JSON.stringify(append.meta),
    append.at.toISOString(),
    append.announcements.map((announced) => announced.topic),
    append.announcements.map((announced) => announced.key),
    append.announcements.map((announced) => JSON.stringify(announced.headers)),
    append.announcements.map((announced) => announced.value),
  ];
  const parts = [`appended AS (${appendEvents})`, `announced AS (${appendAnnouncements})`];
  if (append.receipt) {
    const { scope, key, fingerprint, answer } = append.receipt;
    values.push(scope, key, fingerprint, JSON.stringify(answer ?? null));
    parts.push(`received AS (${appendReceipt})`);
  }
  for (const [index, view] of append.views.entries()) {
    parts.push(`view_${index} AS (${shifted(view.text, values.length)})`);
    values.push(...view.values);
  }
  return { text: `WITH ${parts.join(', ')} SELECT 1`, values };
}

/** `$1` of a part becomes `$1 + by` of the whole. */
const shifted = (text: string, by: number): string =>
  text.replace(/\$(\d+)/g, (_, position: string) => `$${Number(position) + by}`);

const names = new Map<string, string>();

/** A statement's name for Postgres, at most 63 bytes: the same text, the same plan. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 32)));
  return name;
}
