import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions that were taken before and are not published yet are awaited as those to come are. */
export class AwaitPublications1764117000000 implements MigrationInterface {
  name = 'AwaitPublications1764117000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO deadline (kind, subject, clock, due_key, due_at)
      SELECT 'publication', id, 'PUBLICATION',
        to_char(publication_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), publication_due_at
      FROM register_entry WHERE publication_due_at IS NOT NULL AND decision_published_at IS NULL
      ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM deadline WHERE kind IN ('publication', 'publication-reminder')`);
  }
}
