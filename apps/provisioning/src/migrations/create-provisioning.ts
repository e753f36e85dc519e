import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is read beside the events: lists, the SQL of queries, charts, and who is preparing what. */
export class CreateProvisioning1766000000000 implements MigrationInterface {
  name = 'CreateProvisioning1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE known_dataset, delivery, workspace, preparation_lease, query, chart, export_request',
    );
  }
}

const tables = [
  `CREATE TABLE known_dataset (
    id            text    PRIMARY KEY,
    version       integer NOT NULL,
    holder_id     text    NOT NULL,
    personal_keys jsonb   NOT NULL
  )`,
  `CREATE TABLE delivery (
    id              text        PRIMARY KEY,
    version         integer     NOT NULL,
    status          text        NOT NULL,
    dataset_id      text        NOT NULL,
    table_name      text        NOT NULL,
    organisation_id text        NOT NULL,
    format          text        NOT NULL,
    schema          jsonb       NOT NULL,
    sha256          text,
    bytes           bigint,
    updated_at      timestamptz NOT NULL
  )`,
  `CREATE INDEX delivery_received ON delivery (dataset_id, table_name, updated_at DESC) WHERE status = 'RECEIVED'`,
  `CREATE TABLE workspace (
    id             text        PRIMARY KEY,
    version        integer     NOT NULL,
    status         text        NOT NULL,
    application_id text        NOT NULL,
    members        text[]      NOT NULL,
    named          text[]      NOT NULL,
    valid_until    date        NOT NULL,
    updated_at     timestamptz NOT NULL
  )`,
  'CREATE INDEX workspace_members ON workspace USING gin (members)',
  'CREATE INDEX workspace_named ON workspace USING gin (named)',
  'CREATE INDEX workspace_status ON workspace (status)',
  // A preparation is a row with a lease: whoever is killed lets it run out, and another one takes over.
  `CREATE TABLE preparation_lease (
    workspace_id   text        PRIMARY KEY,
    preparation_id text        NOT NULL,
    holder         text        NOT NULL,
    until          timestamptz NOT NULL,
    attempts       integer     NOT NULL
  )`,
  `CREATE TABLE query (
    id           text        PRIMARY KEY,
    workspace_id text        NOT NULL,
    person_id    text        NOT NULL,
    title        text,
    sql          text        NOT NULL,
    outcome      text        NOT NULL,
    rows         integer     NOT NULL,
    milliseconds integer     NOT NULL,
    at           timestamptz NOT NULL
  )`,
  'CREATE INDEX query_workspace ON query (workspace_id, at DESC)',
  `CREATE TABLE chart (
    id           text        PRIMARY KEY,
    workspace_id text        NOT NULL,
    person_id    text        NOT NULL,
    query_id     text        NOT NULL,
    title        text        NOT NULL,
    spec         jsonb       NOT NULL,
    data_sha256  text        NOT NULL,
    svg          text        NOT NULL,
    at           timestamptz NOT NULL
  )`,
  'CREATE INDEX chart_workspace ON chart (workspace_id, at DESC)',
  `CREATE TABLE export_request (
    id           text        PRIMARY KEY,
    version      integer     NOT NULL,
    status       text        NOT NULL,
    workspace_id text        NOT NULL,
    requester_id text        NOT NULL,
    title        text        NOT NULL,
    sha256       text        NOT NULL,
    updated_at   timestamptz NOT NULL
  )`,
  'CREATE INDEX export_workspace ON export_request (workspace_id, updated_at DESC)',
];
