import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists find requests for statistics by the terms of their delivery; decisions made before stated none. */
export class ListDeliveryTerms1764116000000 implements MigrationInterface {
  name = 'ListDeliveryTerms1764116000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE case_list ADD anonymisation text, ADD access_route text,
      ADD safeguards text[] NOT NULL DEFAULT '{}', ADD delivery_purposes text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE case_list DROP anonymisation, DROP access_route, DROP safeguards,
      DROP delivery_purposes`);
  }
}
