import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplication1760000001000 implements MigrationInterface {
  name = 'CreateApplication1760000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_list (
        id              text PRIMARY KEY,
        version         integer     NOT NULL,
        status          text        NOT NULL,
        title           text        NOT NULL,
        lead_id         text        NOT NULL,
        organisation_id text        NOT NULL,
        members         text[]      NOT NULL,
        invited         text[]      NOT NULL,
        reviewers       text[]      NOT NULL,
        updated_at      timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX application_list_members ON application_list USING gin (members)');
    await runner.query('CREATE INDEX application_list_updated ON application_list (updated_at DESC)');
    await runner.query(`
      CREATE TABLE known_dataset (
        id        text PRIMARY KEY,
        version   integer NOT NULL,
        holder_id text    NOT NULL,
        offered   boolean NOT NULL,
        tables    jsonb   NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_dataset, application_list');
  }
}
