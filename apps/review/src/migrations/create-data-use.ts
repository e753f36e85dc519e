import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDataUse1760000002600 implements MigrationInterface {
  name = 'CreateDataUse1760000002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE data_use (dataset_id text PRIMARY KEY, version integer NOT NULL, codes jsonb NOT NULL)',
    );
    await runner.query(
      'CREATE TABLE known_organisation (id text PRIMARY KEY, version integer NOT NULL, facts jsonb NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_organisation, data_use');
  }
}
