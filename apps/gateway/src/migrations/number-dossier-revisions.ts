import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier is written by one statement that says which revision it read; a negative one says that it was not the last. */
export class NumberDossierRevisions1764000200000 implements MigrationInterface {
  name = 'NumberDossierRevisions1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE dossier ADD COLUMN revision integer NOT NULL DEFAULT 1 CONSTRAINT dossier_revision CHECK (revision > 0)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN revision');
  }
}
