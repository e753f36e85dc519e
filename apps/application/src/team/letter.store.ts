import { Clock } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

export type LetterState = 'WAITING' | 'SENT' | 'FAILED';

export interface Letter {
  readonly invitationId: string;
  /** Address, language and secret, sealed; nothing else of them is kept, and they only until the letter is sent. */
  readonly sealed: Buffer;
  readonly attempts: number;
}

/** The outbox of letters. */
@Injectable()
export class LetterStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Before its invitation is recorded; a repeated order leaves the letter that was recorded as it is. */
  async prepare(invitationId: string, applicationId: string, secretHash: string, sealed: Buffer): Promise<void> {
    await this.database.query(
      'letter_prepare',
      `INSERT INTO letter (invitation_id, application_id, secret_hash, state, sealed, attempts, next_at)
        VALUES ($1, $2, $3, 'PREPARED', $4, 0, $5)
        ON CONFLICT (invitation_id) DO UPDATE SET secret_hash = excluded.secret_hash, sealed = excluded.sealed
        WHERE letter.state = 'PREPARED'`,
      [invitationId, applicationId, secretHash, sealed, this.clock.now().toISOString()],
    );
  }

  async applicationOf(secretHash: string): Promise<string | undefined> {
    const { rows } = await this.database.query<{ id: string }>(
      'letter_application',
      'SELECT application_id AS id FROM letter WHERE secret_hash = $1',
      [secretHash],
    );
    return rows[0]?.id;
  }

  async states(applicationId: string): Promise<Map<string, LetterState>> {
    const { rows } = await this.database.query<{ id: string; state: LetterState }>(
      'letter_states',
      'SELECT invitation_id AS id, state FROM letter WHERE application_id = $1',
      [applicationId],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  /** Takes one that is due; nobody else takes it before its next attempt, which comes later each time. */
  async nextDue(): Promise<Letter | undefined> {
    const { rows } = await this.database.query<Letter & Record<string, unknown>>(
      'letter_next_due',
      `UPDATE letter SET attempts = attempts + 1, next_at = $1::timestamptz + interval '30 seconds' * power(2, attempts)
        WHERE invitation_id = (SELECT invitation_id FROM letter WHERE state = 'WAITING' AND next_at <= $1
          ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING invitation_id AS "invitationId", sealed, attempts`,
      [this.clock.now().toISOString()],
    );
    return rows[0];
  }

  /** The last word on a letter: what was to be sent is erased. */
  async settle(invitationId: string, state: 'SENT' | 'FAILED'): Promise<void> {
    await this.database.query(
      'letter_settle',
      `UPDATE letter SET state = $2, sealed = NULL WHERE invitation_id = $1 AND state = 'WAITING'`,
      [invitationId, state],
    );
  }

  /** Letters whose invitation was never recorded: its order was refused, or its process ended in between. */
  async forgetUnrecorded(before: Date): Promise<void> {
    await this.database.query('letter_forget', `DELETE FROM letter WHERE state = 'PREPARED' AND next_at < $1`, [
      before.toISOString(),
    ]);
  }
}
