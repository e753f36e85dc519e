import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that are amended, composed and closed; mandates that are delegated, confirmed and suspended. */
export class ExtendDirectory1764500000000 implements MigrationInterface {
  name = 'ExtendDirectory1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN version     integer NOT NULL DEFAULT 1,
        ADD COLUMN status      text    NOT NULL DEFAULT 'active',
        ADD COLUMN public_body boolean NOT NULL DEFAULT false,
        ADD COLUMN country     text    NOT NULL DEFAULT 'FR',
        ADD COLUMN parent_id   text    REFERENCES organisation (id),
        ADD COLUMN siren       text,
        ADD COLUMN seats       json    NOT NULL DEFAULT '[]'`);
    await runner.query(`
      UPDATE organisation SET public_body = true
      WHERE kind IN ('hub', 'state', 'authority', 'committee')`);
    await runner.query('CREATE INDEX organisation_parent ON organisation (parent_id)');
    await runner.query(`
      CREATE UNIQUE INDEX organisation_siren_once ON organisation (siren) WHERE status = 'active'`);
    await runner.query(`
      ALTER TABLE mandate
        ADD COLUMN seat          integer,
        ADD COLUMN delegate_id   text REFERENCES person (id),
        ADD COLUMN delegate_from date,
        ADD COLUMN delegate_to   date,
        ADD COLUMN confirm_due   date,
        ADD COLUMN suspend_after date,
        ADD COLUMN suspended_at  timestamptz`);
    // Mandates older than confirmations are due a year after they were given.
    await runner.query(`
      UPDATE mandate SET confirm_due = (given_at AT TIME ZONE 'Europe/Paris')::date + interval '12 months'`);
    await runner.query('ALTER TABLE mandate ALTER COLUMN confirm_due SET NOT NULL');
    await runner.query('CREATE INDEX mandate_delegate ON mandate (delegate_id) WHERE delegate_id IS NOT NULL');
    await runner.query('CREATE INDEX mandate_organisation ON mandate (organisation_id, given_at)');
    // A suspended mandate is still there: the same one is confirmed, not given a second time.
    await runner.query('DROP INDEX mandate_given_once');
    await runner.query(`
      CREATE UNIQUE INDEX mandate_given_once ON mandate (person_id, organisation_id, role) WHERE status <> 'ended'`);
    await runner.query(`
      CREATE UNIQUE INDEX mandate_seat_once ON mandate (organisation_id, role, seat) WHERE status <> 'ended'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mandate_seat_once, mandate_organisation, mandate_delegate');
    await runner.query('DROP INDEX mandate_given_once');
    await runner.query(`
      CREATE UNIQUE INDEX mandate_given_once ON mandate (person_id, organisation_id, role) WHERE status = 'given'`);
    await runner.query(`
      ALTER TABLE mandate DROP COLUMN seat, DROP COLUMN delegate_id, DROP COLUMN delegate_from,
        DROP COLUMN delegate_to, DROP COLUMN confirm_due, DROP COLUMN suspend_after, DROP COLUMN suspended_at`);
    await runner.query('DROP INDEX organisation_siren_once, organisation_parent');
    await runner.query(`
      ALTER TABLE organisation DROP COLUMN version, DROP COLUMN status, DROP COLUMN public_body, DROP COLUMN country,
        DROP COLUMN parent_id, DROP COLUMN siren, DROP COLUMN seats`);
  }
}
