import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads beside the case's own correspondence: a message stands in the thread of its sides. */
export class MessagesInThreads1766100003000 implements MigrationInterface {
  name = 'MessagesInThreads1766100003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE message ADD COLUMN sides text[] NOT NULL DEFAULT '{}'`);
    await runner.query('CREATE INDEX message_thread ON message (application_id, sides, sent_at DESC, id DESC)');
    await runner.query('DROP INDEX message_newest');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX message_newest ON message (application_id, sent_at DESC, id DESC)');
    await runner.query('DROP INDEX message_thread');
    await runner.query('ALTER TABLE message DROP COLUMN sides');
  }
}
