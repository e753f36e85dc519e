import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReports1760000002400 implements MigrationInterface {
  name = 'CreateReports1760000002400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_turn (
        case_id text        NOT NULL,
        origin  text        NOT NULL,
        version integer     NOT NULL,
        party   text,
        at      timestamptz NOT NULL,
        PRIMARY KEY (case_id, origin, version)
      )`);
    await runner.query(`
      CREATE TABLE case_delay (
        case_id        text PRIMARY KEY,
        application_id text        NOT NULL UNIQUE,
        procedure      text        NOT NULL,
        received_at    timestamptz NOT NULL,
        closed_at      timestamptz,
        outcome        text,
        access_at      timestamptz
      )`);
    await runner.query('CREATE INDEX case_delay_closed ON case_delay (closed_at)');
    await this.fill(runner);
  }

  /** Cases that were under review before: their turns follow from the events of the French procedure. */
  private async fill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO case_turn (case_id, origin, version, party, at)
      SELECT substr(e.stream, 6), 'case', e.version,
        CASE e.type
          WHEN 'opened' THEN 'hub'
          WHEN 'found-complete' THEN 'committee'
          WHEN 'authority-seized' THEN 'authority'
          WHEN 'information-requested' THEN 'applicant'
          WHEN 'opinion-issued' THEN 'applicant'
          WHEN 'information-received' THEN CASE WHEN EXISTS (
            SELECT 1 FROM event c WHERE c.stream = e.stream AND c.version < e.version AND c.type = 'found-complete'
          ) THEN 'committee' ELSE 'hub' END
        END,
        coalesce((e.data ->> 'at')::timestamptz, e.at)
      FROM event e
      WHERE e.stream LIKE 'case/%' AND e.type IN ('opened', 'found-complete', 'authority-seized',
        'information-requested', 'information-received', 'opinion-issued', 'decided', 'rejected-incomplete',
        'closed-by-withdrawal')`);
    await runner.query(`
      INSERT INTO case_delay (case_id, application_id, procedure, received_at, closed_at, outcome)
      SELECT row.id, row.application_id, opened.data -> 'procedure' ->> 'id', row.opened_at, ended.at,
        CASE WHEN ended.at IS NOT NULL THEN coalesce(row.decision, row.status) END
      FROM case_list row
      JOIN event opened ON opened.stream = 'case/' || row.id AND opened.type = 'opened'
      LEFT JOIN (SELECT case_id, min(at) AS at FROM case_turn WHERE party IS NULL GROUP BY case_id) ended
        ON ended.case_id = row.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_delay, case_turn');
  }
}
