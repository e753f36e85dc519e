import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { ActivityRow } from './activity-report.js';
import type { DelayRow } from './delay-report.js';
import type { Turn } from './turns.js';

export interface Months {
  /** First and last month, `2026-01`, both included; of the case's end. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly procedure?: string | undefined;
}

/** A turn that is said to have begun before the one before it began with it, as `spansOf` has it. */
const spans = `
  turn AS (
    SELECT case_id, origin, version, party,
      max(at) OVER (PARTITION BY case_id ORDER BY origin, version) AS at
    FROM case_turn),
  span AS (
    SELECT case_id, party, at, lead(at) OVER (PARTITION BY case_id ORDER BY origin, version) AS until FROM turn)`;

const month = `to_char(closed_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM')`;

/** Only cases that came to their end; of what followed it, only what led to access. */
const delays = `WITH ${spans},
  ended AS (
    SELECT case_id, procedure, received_at, closed_at, access_at, ${month} AS month FROM case_delay
    WHERE closed_at IS NOT NULL AND ($1::text IS NULL OR ${month} >= $1) AND ($2::text IS NULL OR ${month} <= $2)
      AND ($3::text IS NULL OR procedure = $3)),
  measure AS (
    SELECT procedure, month, 'gross' AS measure, closed_at - received_at AS took FROM ended
    UNION ALL
    SELECT procedure, month, 'access', access_at - received_at FROM ended WHERE access_at IS NOT NULL
    UNION ALL
    SELECT procedure, month, party, sum(until - at) FROM ended JOIN span USING (case_id)
    WHERE party IS NOT NULL AND until <= coalesce(access_at, closed_at)
    GROUP BY case_id, procedure, month, party)
  SELECT procedure, month, measure, count(*)::integer AS cases,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took)::float8) / 86400 AS median,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM took)::float8) / 86400 AS p90
  FROM measure
  GROUP BY GROUPING SETS ((procedure, month, measure), (procedure, measure), (measure))
  ORDER BY procedure NULLS FIRST, month NULLS FIRST, measure`;

const in_ = (column: string) => `to_char(date_trunc($1, ${column} AT TIME ZONE 'Europe/Paris'), 'YYYY-MM-DD')`;

/** What happened in a period, each thing counted in the period in which it happened. */
const activity = `
  WITH thing AS (
    SELECT procedure, ${in_('received_at')} AS period, 'RECEIVED' AS what, NULL::float8 AS days FROM case_delay
    UNION ALL
    SELECT procedure, ${in_('closed_at')}, outcome, NULL FROM case_delay WHERE closed_at IS NOT NULL
    UNION ALL
    SELECT procedure, ${in_('granted_at')}, 'PERMIT', extract(epoch FROM granted_at - received_at)::float8 / 86400
    FROM permit JOIN case_delay USING (case_id)
    UNION ALL
    SELECT procedure, ${in_('access_at')}, 'ACCESS', extract(epoch FROM access_at - received_at)::float8 / 86400
    FROM case_delay WHERE access_at IS NOT NULL)
  SELECT procedure, period, what, count(*)::integer AS number, avg(days) AS days FROM thing
  GROUP BY procedure, period, what ORDER BY period DESC, procedure, what`;

@Injectable()
export class DelayStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async turnsOf(caseId: string): Promise<{ turns: Turn[]; accessAt: string | null }> {
    const { rows } = await this.database.query<{ party: Turn['party']; at: Date; access_at: Date | null }>(
      'turns_of_case',
      `SELECT party, at, access_at FROM case_turn JOIN case_delay USING (case_id)
       WHERE case_id = $1 ORDER BY origin, version`,
      [caseId],
    );
    const turns = rows.map(({ party, at }) => ({ party, at: at.toISOString() }));
    return { turns, accessAt: rows[0]?.access_at?.toISOString() ?? null };
  }

  /** A workspace's turn on the way to access; whatever follows the first access is no delay of it. */
  async recordTurn(caseId: string, version: number, { party, at }: Turn): Promise<void> {
    await this.database.query(
      'workspace_turn',
      `INSERT INTO case_turn (case_id, origin, version, party, at)
       SELECT $1, 'workspace', $2::integer, $3, $4::timestamptz FROM case_delay
       WHERE case_id = $1 AND (access_at IS NULL OR access_at > $4::timestamptz) ON CONFLICT DO NOTHING`,
      [caseId, version, party, at],
    );
  }

  async recordAccess(caseId: string, at: string): Promise<void> {
    const sql = 'UPDATE case_delay SET access_at = $2 WHERE case_id = $1 AND (access_at IS NULL OR access_at > $2)';
    await this.database.query('case_access', sql, [caseId, at]);
  }

  async delays({ from, until, procedure }: Months): Promise<DelayRow[]> {
    const values = [from ?? null, until ?? null, procedure ?? null];
    return (await this.database.query<DelayRow>('report_delays', delays, values)).rows;
  }

  async activity(per: 'year' | 'quarter' | 'month'): Promise<ActivityRow[]> {
    return (await this.database.query<ActivityRow>('report_activity', activity, [per])).rows;
  }
}
