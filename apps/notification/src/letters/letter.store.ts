import { Clock, type Refusal, refuse } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { masked } from '../preferences/preferences.js';
import { Seal } from '../preferences/seal.client.js';
import type { Language } from '../rules/rule.js';

/** A letter to a person, without the address: that is looked up when it goes out. */
export interface Written {
  readonly id: string;
  readonly personId: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

export interface Due extends Written {
  readonly attempts: number;
  /** Absent when the person has given none, or took it back. */
  readonly address: string | undefined;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly status: string;
  readonly attempts: number;
  readonly next_at: Date;
  readonly reason: string | null;
  readonly created_at: Date;
  readonly sealed: Buffer | null;
}

/** An attempt that takes longer than this is taken for lost with its process; another makes it again. */
const leaseMs = 120_000;
const longestList = 200;
const sealed = `(SELECT CASE WHEN letter.recipient = 'unconfirmed' THEN c.unconfirmed ELSE c.address END
  FROM correspondent c WHERE c.person_id = letter.person_id) AS sealed`;

/** Letters that wait, went out, or were given up. */
@Injectable()
export class LetterStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  /** Within the transaction of what the letters tell, so that there is never the one without the other. */
  async write(
    client: PoolClient,
    letters: readonly Written[],
    recipient: 'address' | 'unconfirmed' = 'address',
  ): Promise<void> {
    if (letters.length === 0) return;
    const all = (name: keyof Written) => letters.map((letter) => letter[name]);
    await client.query({
      name: 'letter_write',
      text: `INSERT INTO letter (id, person_id, recipient, language, subject, text, status, attempts, next_at, created_at)
       SELECT id, person_id, $1, language, subject, text, 'waiting', 0, $2, $2
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS l(id, person_id, language, subject, text)
       ON CONFLICT (id) DO NOTHING`,
      values: [recipient, this.clock.now(), all('id'), all('personId'), all('language'), all('subject'), all('text')],
    });
  }

  /** Takes letters to be sent now; nobody else takes them until the lease ends. */
  async take(limit: number): Promise<Due[]> {
    const now = this.clock.now();
    const { rows } = await this.database.query<Row>(
      'letter_take',
      `UPDATE letter SET attempts = attempts + 1, next_at = $2::timestamptz WHERE id IN (
         SELECT id FROM letter WHERE status = 'waiting' AND next_at <= $1::timestamptz ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, person_id, language, subject, text, attempts, ${sealed}`,
      [now.toISOString(), new Date(now.getTime() + leaseMs).toISOString(), limit],
    );
    return rows.map(({ person_id: personId, sealed: bytes, ...row }) => ({
      ...row,
      personId,
      address: bytes ? this.seal.open(bytes, personId) : undefined,
    }));
  }

  async sent(id: string): Promise<void> {
    // The text is not needed any more, and a code in it must not lie about.
    await this.end(id, 'sent', null, '');
  }

  async givenUp(id: string, reason: string): Promise<void> {
    await this.end(id, 'given-up', reason, null);
  }

  async again(id: string, at: Date, reason: string): Promise<void> {
    await this.database.query(
      'letter_again',
      `UPDATE letter SET next_at = $2::timestamptz, reason = $3 WHERE id = $1 AND status = 'waiting'`,
      [id, at.toISOString(), reason],
    );
  }

  /** Letters that did not go out: given up, or still tried again. The oldest first. */
  async troubled() {
    const { rows } = await this.database.query<Row>(
      'letter_troubled',
      `SELECT id, person_id, status, attempts, next_at, reason, created_at, ${sealed} FROM letter
       WHERE status = 'given-up' OR (status = 'waiting' AND reason IS NOT NULL) ORDER BY created_at, id LIMIT ${longestList}`,
      [],
    );
    return rows.map(({ id, person_id: personId, status, attempts, next_at, reason, created_at, sealed: bytes }) => ({
      id,
      personId,
      address: bytes ? masked(this.seal.open(bytes, personId)) : null,
      status,
      attempts,
      reason,
      writtenAt: created_at,
      ...(status === 'waiting' && { nextAttemptAt: next_at }),
    }));
  }

  /** Sends a letter that was given up anew, as if it had just been written. */
  async retry(id: string): Promise<{ id: string; status: string } | Refusal> {
    const { rows } = await this.database.query<{ status: string; revived: boolean }>(
      'letter_retry',
      `WITH revived AS (UPDATE letter SET status = 'waiting', attempts = 0, next_at = $2::timestamptz, ended_at = NULL
         WHERE id = $1 AND status = 'given-up' RETURNING id)
       SELECT status, EXISTS (SELECT FROM revived) AS revived FROM letter WHERE id = $1`,
      [id, this.clock.now().toISOString()],
    );
    const [row] = rows;
    if (!row) return refuse('not-found');
    return row.revived ? { id, status: 'waiting' } : refuse('not-given-up', { status: row.status });
  }

  async forgetBefore(at: Date): Promise<void> {
    await this.database.query('letter_forget', 'DELETE FROM letter WHERE created_at < $1::timestamptz', [
      at.toISOString(),
    ]);
  }

  private async end(id: string, status: string, reason: string | null, text: string | null): Promise<void> {
    await this.database.query(
      'letter_end',
      `UPDATE letter SET status = $2, reason = $3, text = coalesce($4, text), ended_at = $5::timestamptz WHERE id = $1`,
      [id, status, reason, text, this.clock.now().toISOString()],
    );
  }
}
