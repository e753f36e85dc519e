import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who finds a case follows from its procedure, so the lists keep roles and holders in the place of yes and no. */
export class FollowProcedures1764104400000 implements MigrationInterface {
  name = 'FollowProcedures1764104400000';

  async up(runner: QueryRunner): Promise<void> {
    // Every case until now was under the French authorisation.
    await runner.query(`
      ALTER TABLE case_list
        ADD procedure text   NOT NULL DEFAULT 'FR_AUTHORISATION',
        ADD readers   text[] NOT NULL DEFAULT '{auditor,hub_officer}',
        ADD committee text[] NOT NULL DEFAULT '{}',
        ADD holders   text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`UPDATE case_list SET readers = readers || 'authority_officer'::text WHERE authority_sees`);
    await runner.query(
      `UPDATE case_list SET committee = '{committee_member,committee_president}' WHERE committee_sees`,
    );
    await runner.query(`
      ALTER TABLE case_list
        DROP committee_sees, DROP authority_sees,
        ALTER procedure DROP DEFAULT, ALTER readers DROP DEFAULT,
        ALTER committee DROP DEFAULT, ALTER holders DROP DEFAULT`);
    await runner.query('CREATE INDEX case_list_officer ON case_list (officer_id, updated_at DESC)');
    await runner.query(`
      CREATE TABLE known_holder (
        dataset_id text PRIMARY KEY,
        version    integer NOT NULL,
        holder_id  text    NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_holder');
    await runner.query('DROP INDEX case_list_officer');
    await runner.query(`
      ALTER TABLE case_list ADD committee_sees boolean, ADD authority_sees boolean`);
    await runner.query(`UPDATE case_list SET committee_sees = cardinality(committee) > 0,
      authority_sees = readers @> '{authority_officer}'`);
    await runner.query(`
      ALTER TABLE case_list
        ALTER committee_sees SET NOT NULL, ALTER authority_sees SET NOT NULL,
        DROP procedure, DROP readers, DROP committee, DROP holders`);
  }
}
