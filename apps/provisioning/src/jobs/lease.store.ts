import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';

/** Seconds for which nobody else takes a preparation over; renewed while it runs. */
export const LEASE_SECONDS = 15;

/** Who is preparing which workspace. The database's own clock decides: hosts need not agree on the time. */
@Injectable()
export class PreparationLeases {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The number of this attempt, or `null` while somebody else holds the lease. */
  async take(workspaceId: string, preparationId: string, holder: string): Promise<number | null> {
    const { rows } = await this.database.query<{ attempts: number }>(
      'lease_take',
      `INSERT INTO preparation_lease (workspace_id, preparation_id, holder, until, attempts)
       VALUES ($1, $2, $3, clock_timestamp() + ${LEASE_SECONDS} * interval '1 second', 1)
       ON CONFLICT (workspace_id) DO UPDATE SET holder = excluded.holder, until = excluded.until, preparation_id = excluded.preparation_id,
         attempts = CASE WHEN preparation_lease.preparation_id = excluded.preparation_id THEN preparation_lease.attempts + 1 ELSE 1 END
       WHERE preparation_lease.until < clock_timestamp() RETURNING attempts`,
      [workspaceId, preparationId, holder],
    );
    return rows[0]?.attempts ?? null;
  }

  /** False if the lease was lost: what the holder makes must not be published. */
  async renew(workspaceId: string, holder: string): Promise<boolean> {
    const { rowCount } = await this.database.query(
      'lease_renew',
      `UPDATE preparation_lease SET until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second' WHERE workspace_id = $1 AND holder = $2`,
      [workspaceId, holder],
    );
    return rowCount === 1;
  }

  /** Gives it up, so that the next attempt may begin after so many seconds. */
  async release(workspaceId: string, holder: string, afterSeconds = 0): Promise<void> {
    await this.database.query(
      'lease_release',
      `UPDATE preparation_lease SET until = clock_timestamp() + $3::float8 * interval '1 second' WHERE workspace_id = $1 AND holder = $2`,
      [workspaceId, holder, afterSeconds],
    );
  }
}
