import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and how they sign in, organisations, and who may act for which as what. */
export class CreateDirectory1764000000000 implements MigrationInterface {
  name = 'CreateDirectory1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id            text        PRIMARY KEY,
        display_name  text,
        registered_at timestamptz NOT NULL
      )`);
    // The subject is unique within its issuer only: one person may come through several providers.
    await runner.query(`
      CREATE TABLE person_identity (
        issuer    text NOT NULL,
        subject   text NOT NULL,
        person_id text NOT NULL REFERENCES person (id),
        PRIMARY KEY (issuer, subject)
      )`);
    await runner.query(`
      CREATE TABLE organisation (
        id            text        PRIMARY KEY,
        kind          text        NOT NULL,
        name_fr       text        NOT NULL,
        name_en       text        NOT NULL,
        words         text        NOT NULL,
        registered_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE mandate (
        id              text        PRIMARY KEY,
        version         integer     NOT NULL,
        status          text        NOT NULL,
        person_id       text        NOT NULL REFERENCES person (id),
        organisation_id text        NOT NULL REFERENCES organisation (id),
        role            text        NOT NULL,
        scope           text[],
        valid_from      date        NOT NULL,
        valid_to        date,
        given_by        text        NOT NULL,
        given_at        timestamptz NOT NULL,
        ended_at        timestamptz
      )`);
    await runner.query('CREATE INDEX mandate_person ON mandate (person_id, given_at)');
    await runner.query(`
      CREATE UNIQUE INDEX mandate_given_once ON mandate (person_id, organisation_id, role) WHERE status = 'given'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate, organisation, person_identity, person');
  }
}
