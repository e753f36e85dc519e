import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: its records, its tree, its head, and how far it has read. */
export class CreateLog1764100000000 implements MigrationInterface {
  name = 'CreateLog1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record (
        index        bigint      NOT NULL,
        event_id     text        NOT NULL,
        type         text        NOT NULL,
        actor        text        NOT NULL,
        object_type  text        NOT NULL,
        object_id    text        NOT NULL,
        version      bigint,
        occurred_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        entry        bytea       NOT NULL,
        CONSTRAINT record_pkey PRIMARY KEY (index),
        CONSTRAINT record_event_key UNIQUE (event_id)
      )`);
    await runner.query('CREATE INDEX record_object ON record (object_id, object_type, version)');
    await runner.query('CREATE INDEX record_actor ON record (actor, index)');
    await runner.query('CREATE INDEX record_type ON record (type, index)');
    // Instants grow with the index: a few bytes a block range do for "from" and "to".
    await runner.query('CREATE INDEX record_occurred ON record USING brin (occurred_at) WITH (pages_per_range = 32)');
    await this.onlyGrows(runner);
    await runner.query(`
      CREATE TABLE tile (
        level   smallint NOT NULL,
        index   bigint   NOT NULL,
        hashes  bytea    NOT NULL,
        CONSTRAINT tile_pkey PRIMARY KEY (level, index)
      )`);
    // Hashes do not compress: trying costs time at every append.
    await runner.query('ALTER TABLE tile ALTER COLUMN hashes SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE TABLE log_head (
        one     boolean NOT NULL DEFAULT true CHECK (one),
        size    bigint  NOT NULL,
        root    bytea   NOT NULL,
        counts  text    NOT NULL,
        CONSTRAINT log_head_pkey PRIMARY KEY (one)
      ) WITH (fillfactor = 50)`);
    await runner.query(`INSERT INTO log_head (size, root, counts) VALUES (0, sha256(''), '{}')`);
    await runner.query(`
      CREATE TABLE position (
        topic      text    NOT NULL,
        partition  integer NOT NULL,
        next       bigint  NOT NULL,
        CONSTRAINT position_pkey PRIMARY KEY (topic, partition)
      ) WITH (fillfactor = 50)`);
    await runner.query(`
      CREATE TABLE version_gap (
        object_type  text   NOT NULL,
        object_id    text   NOT NULL,
        first        bigint NOT NULL,
        last         bigint NOT NULL,
        CONSTRAINT version_gap_pkey PRIMARY KEY (object_type, object_id, first)
      )`);
    await runner.query(`
      CREATE TABLE signed_head (
        size  bigint NOT NULL,
        note  text   NOT NULL,
        CONSTRAINT signed_head_pkey PRIMARY KEY (size)
      )`);
  }

  /** The tree shows a change after the fact; this refuses it in the first place, to everyone who does not own the table. */
  private async onlyGrows(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log only grows: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`
      CREATE TRIGGER record_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON record
      FOR EACH STATEMENT EXECUTE FUNCTION log_only_grows()`);
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON record FROM CURRENT_USER, PUBLIC');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signed_head, version_gap, position, log_head, tile, record');
    await runner.query('DROP FUNCTION log_only_grows');
  }
}
