import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PermitChanges1764000001000 implements MigrationInterface {
  name = 'PermitChanges1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    // What waits for the authority's ruling: its worklist.
    await runner.query('ALTER TABLE permit ADD COLUMN pending text');
    await runner.query('CREATE INDEX permit_pending ON permit (pending) WHERE pending IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE permit DROP COLUMN pending');
  }
}
