import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists filter and sort by, and when an idle draft ends. */
export class ListAndExpiry1760000007000 implements MigrationInterface {
  name = 'ListAndExpiry1760000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application_list
        ADD COLUMN procedure  text        NOT NULL DEFAULT '',
        ADD COLUMN search     text        NOT NULL DEFAULT '',
        ADD COLUMN expires_at timestamptz,
        ADD COLUMN seen_by    text[]      GENERATED ALWAYS AS (members || invited || reviewers) STORED`);
    await runner.query(`
      UPDATE application_list row SET search = lower(row.title), procedure = coalesce(
        (SELECT data->>'procedure' FROM event WHERE stream = 'application/' || row.id AND version = 1), '')`);
    await runner.query('DROP INDEX application_list_members, application_list_updated');
    await runner.query('CREATE INDEX application_list_seen_by ON application_list USING gin (seen_by)');
    await runner.query('CREATE INDEX application_list_newest ON application_list (updated_at DESC, id DESC)');
    await runner.query('CREATE INDEX application_list_status ON application_list (status, updated_at DESC, id DESC)');
    await runner.query(
      'CREATE INDEX application_list_procedure ON application_list (procedure, updated_at DESC, id DESC)',
    );
    await runner.query(
      `CREATE INDEX application_list_search ON application_list USING gin (to_tsvector('simple', search))`,
    );
    await runner.query(
      `CREATE INDEX application_list_idle ON application_list (updated_at) WHERE status = 'DRAFT' AND expires_at IS NULL`,
    );
    await runner.query(
      'CREATE INDEX application_list_expiry ON application_list (expires_at) WHERE expires_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX application_list_newest, application_list_status, application_list_procedure');
    await runner.query('DROP INDEX application_list_search, application_list_idle, application_list_expiry');
    await runner.query(`ALTER TABLE application_list DROP COLUMN seen_by, DROP COLUMN expires_at, DROP COLUMN search,
      DROP COLUMN procedure`);
    await runner.query('CREATE INDEX application_list_members ON application_list USING gin (members)');
    await runner.query('CREATE INDEX application_list_updated ON application_list (updated_at DESC)');
  }
}
