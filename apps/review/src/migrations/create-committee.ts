import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCommittee1760000020000 implements MigrationInterface {
  name = 'CreateCommittee1760000020000';

  async up(runner: QueryRunner): Promise<void> {
    // `keys` is what a declaration names, as the cases are matched with it.
    await runner.query(`
      CREATE TABLE committee_interests (
        member_id    text PRIMARY KEY,
        version      integer     NOT NULL,
        published_at timestamptz NOT NULL,
        confirmed_at timestamptz NOT NULL,
        confirm_by   date        NOT NULL,
        ties         jsonb       NOT NULL,
        keys         text[]      NOT NULL
      )`);
    await runner.query('CREATE INDEX committee_interests_keys ON committee_interests USING gin (keys)');
    await runner.query(`
      CREATE TABLE committee_session (
        id        text PRIMARY KEY,
        version   integer     NOT NULL,
        status    text        NOT NULL,
        starts_at timestamptz NOT NULL,
        place     text
      )`);
    await runner.query('CREATE INDEX committee_session_starts ON committee_session (starts_at DESC, id DESC)');
    // A slot is one file of one rapporteur in one civil month: its key is what two presidents at once collide on.
    await runner.query(`
      CREATE TABLE rapporteur_slot (
        rapporteur_id text    NOT NULL,
        month         text    NOT NULL,
        slot          integer NOT NULL,
        case_id       text    NOT NULL,
        CONSTRAINT rapporteur_slot_taken PRIMARY KEY (rapporteur_id, month, slot)
      )`);
    await runner.query('CREATE INDEX rapporteur_slot_case ON rapporteur_slot (case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rapporteur_slot, committee_session, committee_interests');
  }
}
