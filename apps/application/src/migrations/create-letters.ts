import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters with links that wait to be sent, and what became of them. */
export class CreateLetters1766100002000 implements MigrationInterface {
  name = 'CreateLetters1766100002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        invitation_id  text PRIMARY KEY,
        application_id text        NOT NULL,
        secret_hash    text        NOT NULL UNIQUE,
        state          text        NOT NULL CHECK (state IN ('PREPARED', 'WAITING', 'SENT', 'FAILED', 'RECALLED')),
        sealed         bytea,
        attempts       integer     NOT NULL,
        next_at        timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX letter_application ON letter (application_id)');
    await runner.query(`CREATE INDEX letter_due ON letter (next_at) WHERE state IN ('PREPARED', 'WAITING')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter');
  }
}
