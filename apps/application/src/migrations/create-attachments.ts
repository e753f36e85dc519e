import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files: what has arrived, what it hangs on, and what the scanner said. */
export class CreateAttachments1766100000000 implements MigrationInterface {
  name = 'CreateAttachments1766100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id             text PRIMARY KEY,
        application_id text        NOT NULL,
        purpose        text        NOT NULL CHECK (purpose IN ('application', 'message')),
        uploader_id    text        NOT NULL,
        message_id     text,
        state          text        NOT NULL CHECK (state IN ('ARRIVED', 'ATTACHED', 'REMOVED')),
        place          text        NOT NULL,
        name           text        NOT NULL,
        media_type     text        NOT NULL,
        sha256         text        NOT NULL,
        bytes          bigint      NOT NULL,
        scan           text        NOT NULL CHECK (scan IN ('NOT_SCANNED', 'SCANNING', 'CLEAN', 'INFECTED')),
        scan_after     timestamptz NOT NULL,
        arrived_at     timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX attachment_application ON attachment (application_id)');
    await runner.query('CREATE INDEX attachment_place ON attachment (place)');
    await runner.query(`CREATE INDEX attachment_unsettled ON attachment (state) WHERE state <> 'ATTACHED'`);
    await runner.query(`CREATE INDEX attachment_scanning ON attachment (scan_after) WHERE scan = 'SCANNING'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
  }
}
