import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of authorities elsewhere are kept in threads, with where they come from. */
export class PapersOfAuthorities1766100004000 implements MigrationInterface {
  name = 'PapersOfAuthorities1766100004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message ADD origin text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message DROP origin');
  }
}
