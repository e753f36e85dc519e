import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Permits state the categories of their data; datasets announced before have none until their next version. */
export class KeepCategories1764115000000 implements MigrationInterface {
  name = 'KeepCategories1764115000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE known_holder ADD categories text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_holder DROP categories');
  }
}
