import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of cases and people, the notices given to them, and the letters that carry notices outside. */
export class CreateNotification1767000000000 implements MigrationInterface {
  name = 'CreateNotification1767000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        application_id text PRIMARY KEY,
        case_id        text UNIQUE,
        workspace_id   text UNIQUE,
        state          jsonb NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE mandate (
        id              text PRIMARY KEY,
        person_id       text NOT NULL,
        organisation_id text NOT NULL,
        role            text NOT NULL,
        scope           text[],
        valid_from      date NOT NULL,
        valid_to        date,
        suspended       boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE TABLE known_dataset (
        id        text PRIMARY KEY,
        holder_id text NOT NULL
      )`);
    // Addresses are sealed with a key that the database does not hold.
    await runner.query(`
      CREATE TABLE correspondent (
        person_id      text PRIMARY KEY,
        address        bytea,
        language       text NOT NULL,
        task           text NOT NULL,
        status         text NOT NULL,
        unconfirmed    bytea,
        code_hash      text,
        code_until     timestamptz,
        code_tries     integer NOT NULL DEFAULT 0,
        demonstration  boolean NOT NULL DEFAULT false,
        updated_at     timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE letter (
        id         text PRIMARY KEY,
        person_id  text NOT NULL,
        recipient  text NOT NULL,
        language   text NOT NULL,
        subject    text NOT NULL,
        text       text NOT NULL,
        status     text NOT NULL,
        attempts   integer NOT NULL,
        next_at    timestamptz NOT NULL,
        reason     text,
        created_at timestamptz NOT NULL,
        ended_at   timestamptz
      )`);
    await runner.query(`CREATE INDEX letter_waiting ON letter (next_at) WHERE status = 'waiting'`);
    await runner.query(`CREATE INDEX letter_trouble ON letter (created_at) WHERE status <> 'sent'`);
    await runner.query(`
      CREATE TABLE notice (
        id             text PRIMARY KEY,
        person_id      text NOT NULL,
        event_id       text NOT NULL,
        event_type     text NOT NULL,
        kind           text NOT NULL,
        application_id text,
        reference      text NOT NULL,
        due_at         timestamptz,
        content        jsonb NOT NULL,
        words          text NOT NULL,
        at             timestamptz NOT NULL,
        created_at     timestamptz NOT NULL,
        read_at        timestamptz,
        by_mail        text NOT NULL,
        letter_id      text,
        CONSTRAINT notice_once UNIQUE (event_id, person_id)
      )`);
    await runner.query('CREATE INDEX notice_of_person ON notice (person_id, at DESC, id DESC)');
    await runner.query('CREATE INDEX notice_unread ON notice (person_id, kind) WHERE read_at IS NULL');
    await runner.query(
      `CREATE INDEX notice_for_digest ON notice (by_mail, created_at) WHERE by_mail IN ('daily', 'weekly') AND letter_id IS NULL`,
    );
    await runner.query('CREATE INDEX notice_age ON notice (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice, letter, correspondent, known_dataset, mandate, case_file');
  }
}
