import { type Refusal, refuse } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

/** Which applications have a locked case. Source: the events of the review. */
@Injectable()
export class CaseLocks {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Why nobody gets a copy of anything of this application; nothing where its case is not locked. */
  async copyRefused(applicationId: string): Promise<Refusal<'case-locked'> | undefined> {
    const { rowCount } = await this.database.query(
      'case_lock_of',
      'SELECT 1 FROM case_lock WHERE application_id = $1 AND locked',
      [applicationId],
    );
    return rowCount === 1 ? refuse('case-locked') : undefined;
  }

  /** Takes a newer word; an older or the same one, come again, changes nothing. */
  async note(applicationId: string, locked: boolean, version: number): Promise<void> {
    await this.database.query(
      'case_lock_note',
      `INSERT INTO case_lock (application_id, locked, version) VALUES ($1, $2, $3)
        ON CONFLICT (application_id) DO UPDATE SET locked = excluded.locked, version = excluded.version
        WHERE case_lock.version < excluded.version`,
      [applicationId, locked, version],
    );
  }
}
