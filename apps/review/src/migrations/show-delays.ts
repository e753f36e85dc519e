import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists show what is overdue: the earliest end that passed while the act is still awaited. */
export class ShowDelays1764105000000 implements MigrationInterface {
  name = 'ShowDelays1764105000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_list ADD overdue_since timestamptz');
    // Until now only the hub's own limit could pass without an effect: its row is done, and nothing else runs.
    await runner.query(`
      UPDATE case_list SET overdue_since = ended.due_at
      FROM (SELECT subject, max(due_at) AS due_at FROM deadline
        WHERE kind = 'case' AND clock = 'FORWARD_TO_COMMITTEE' AND done_at > due_at GROUP BY subject) AS ended
      WHERE ended.subject = case_list.id AND status = 'PRE_SCREENING' AND next_due_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_list DROP overdue_since');
  }
}
