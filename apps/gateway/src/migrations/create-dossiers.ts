import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers as composed from events, and what their timelines tell. */
export class CreateDossiers1764000100000 implements MigrationInterface {
  name = 'CreateDossiers1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier (
        application_id text        PRIMARY KEY,
        state          jsonb       NOT NULL,
        people         text[]      NOT NULL,
        status         text        NOT NULL,
        entries        integer     NOT NULL,
        updated_at     timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX dossier_people ON dossier USING gin (people)');
    await runner.query('CREATE INDEX dossier_updated ON dossier (updated_at DESC)');
    // Numbered gaplessly per dossier: the number is what a reader of the live stream resumes from.
    await runner.query(`
      CREATE TABLE dossier_entry (
        application_id text    NOT NULL REFERENCES dossier (application_id),
        number         integer NOT NULL,
        entry          json    NOT NULL,
        PRIMARY KEY (application_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier_entry, dossier');
  }
}
