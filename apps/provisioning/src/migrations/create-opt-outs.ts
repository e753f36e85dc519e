import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The opt-out list: persons as keyed hashes, each word with the instant from which it counts. Rows are only added. */
export class CreateOptOuts1795649520000 implements MigrationInterface {
  name = 'CreateOptOuts1795649520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE opt_out (
      person       bytea       NOT NULL,
      at           timestamptz NOT NULL,
      is_out       boolean     NOT NULL,
      list_version integer     NOT NULL
    )`);
    await runner.query('CREATE UNIQUE INDEX opt_out_word ON opt_out (person, at DESC, is_out DESC)');
    // What lies here has not been taken over yet: it may be lost with the server.
    await runner.query(`CREATE UNLOGGED TABLE opt_out_arrival (
      arrival_id text        NOT NULL,
      person     bytea       NOT NULL,
      at         timestamptz NOT NULL,
      is_out     boolean     NOT NULL,
      arrived_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
    await runner.query('CREATE INDEX opt_out_arrival_of ON opt_out_arrival (arrival_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opt_out, opt_out_arrival');
  }
}
