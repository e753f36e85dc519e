import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events, their announcements, and the receipts of what has been done. */
export class CreateJournal1760000000000 implements MigrationInterface {
  name = 'CreateJournal1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        stream   text        NOT NULL,
        version  integer     NOT NULL,
        type     text        NOT NULL,
        data     json        NOT NULL,
        meta     json        NOT NULL,
        at       timestamptz NOT NULL,
        CONSTRAINT event_pkey PRIMARY KEY (stream, version)
      )`);
    // Numbers of a sequence commit out of order. The transaction's own id tells which rows a reader may
    // already take: those of transactions older than the oldest one still running.
    await runner.query(`
      CREATE TABLE outbox (
        txid     xid8   NOT NULL DEFAULT pg_current_xact_id(),
        seq      bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        topic    text   NOT NULL,
        key      text   NOT NULL,
        headers  text   NOT NULL,
        value    text   NOT NULL,
        at       timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT outbox_pkey PRIMARY KEY (txid, seq)
      )`);
    await runner.query(`
      CREATE TABLE receipt (
        scope        text  NOT NULL,
        key          text  NOT NULL,
        fingerprint  text  NOT NULL,
        answer       json,
        at           timestamptz NOT NULL,
        CONSTRAINT receipt_pkey PRIMARY KEY (scope, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE receipt, outbox, event');
  }
}
