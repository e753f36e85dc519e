import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The correspondence inside a case. */
export class CreateMessages1766100001000 implements MigrationInterface {
  name = 'CreateMessages1766100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message (
        id              text PRIMARY KEY,
        application_id  text        NOT NULL,
        from_side       text        NOT NULL,
        sender_id       text        NOT NULL,
        organisation_id text        NOT NULL,
        field           text,
        text            text        NOT NULL,
        attachments     text[]      NOT NULL,
        sent_at         timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX message_newest ON message (application_id, sent_at DESC, id DESC)');
    await runner.query(`
      CREATE TABLE message_read (
        message_id text        NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        person_id  text        NOT NULL,
        read_at    timestamptz NOT NULL,
        PRIMARY KEY (message_id, person_id)
      )`);
    await runner.query('CREATE TABLE application_before_authority (application_id text PRIMARY KEY)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE application_before_authority, message_read, message');
  }
}
