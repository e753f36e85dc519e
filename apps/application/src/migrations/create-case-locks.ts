import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications of whose case nothing is copied. */
export class CreateCaseLocks1764115200000 implements MigrationInterface {
  name = 'CreateCaseLocks1764115200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_lock (
        application_id text    PRIMARY KEY,
        locked         boolean NOT NULL,
        version        integer NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_lock');
  }
}
