import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first day that brings a mandate something: the calendar asks every two seconds, and finds what is due in an
 * index however many mandates there are. Thirty days are the notice of a confirmation.
 */
export class IndexMandateTurns1764600000000 implements MigrationInterface {
  name = 'IndexMandateTurns1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mandate ADD COLUMN next_turn date GENERATED ALWAYS AS (CASE WHEN status <> 'ended' THEN
        LEAST(valid_to + 1, delegate_to + 1, CASE
          WHEN status = 'given' AND suspend_after IS NOT NULL THEN suspend_after + 1
          WHEN status = 'given' AND (valid_to IS NULL OR valid_to > confirm_due) THEN confirm_due - 30 END)
        END) STORED`);
    await runner.query('CREATE INDEX mandate_next_turn ON mandate (next_turn)');
    await runner.query(`CREATE INDEX organisation_closed ON organisation (id) WHERE status = 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX organisation_closed, mandate_next_turn');
    await runner.query('ALTER TABLE mandate DROP COLUMN next_turn');
  }
}
