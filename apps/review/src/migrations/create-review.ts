import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReview1760000002000 implements MigrationInterface {
  name = 'CreateReview1760000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_list (
        id              text PRIMARY KEY,
        application_id  text        NOT NULL UNIQUE,
        version         integer     NOT NULL,
        status          text        NOT NULL,
        organisation_id text        NOT NULL,
        officer_id      text,
        opinion         text,
        decision        text,
        urgent          boolean     NOT NULL,
        next_due_at     timestamptz,
        opened_at       timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        members         text[]      NOT NULL,
        people          text[]      NOT NULL,
        organisations   text[]      NOT NULL,
        recused         text[]      NOT NULL,
        committee_sees  boolean     NOT NULL,
        authority_sees  boolean     NOT NULL
      )`);
    await runner.query('CREATE INDEX case_list_members ON case_list USING gin (members)');
    await runner.query('CREATE INDEX case_list_updated ON case_list (updated_at DESC, id)');
    // due_key is the instant as its event wrote it: the exact key of the clock's receipt.
    await runner.query(`
      CREATE TABLE deadline (
        kind    text        NOT NULL,
        subject text        NOT NULL,
        clock   text        NOT NULL,
        due_key text        NOT NULL,
        due_at  timestamptz NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (kind, subject, clock, due_key)
      )`);
    await runner.query('CREATE INDEX deadline_open ON deadline (due_at) WHERE done_at IS NULL');
    await runner.query(`
      CREATE TABLE permit (
        base_id         text PRIMARY KEY,
        year            integer     NOT NULL,
        number          integer     NOT NULL,
        case_id         text        NOT NULL UNIQUE,
        application_id  text        NOT NULL,
        permit_id       text        NOT NULL,
        version         integer     NOT NULL,
        status          text        NOT NULL,
        organisation_id text        NOT NULL,
        datasets        text[]      NOT NULL,
        members         text[]      NOT NULL,
        valid_from      date        NOT NULL,
        valid_until     date        NOT NULL,
        granted_at      timestamptz NOT NULL,
        CONSTRAINT permit_number UNIQUE (year, number)
      )`);
    await runner.query(`
      CREATE TABLE permit_key (
        key_id text PRIMARY KEY,
        pem    text        NOT NULL,
        since  timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE permit_key, permit, deadline, case_list');
  }
}
