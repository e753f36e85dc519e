import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchDatasets, searchVariables } from './search-functions.js';

/** Datasets with their tables and variables, code lists, and what search reads. */
export class CreateCatalogue1761000000000 implements MigrationInterface {
  readonly name = 'CreateCatalogue1761000000000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      datasets,
      tables,
      variables,
      revisions,
      search,
      codeLists,
      codes,
      searchDatasets,
      searchVariables,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The catalogue is never dropped by a migration.');
  }
}

const datasets = `
  CREATE TABLE dataset (
    id uuid PRIMARY KEY,
    holder_id text NOT NULL,
    identifier text NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
    version integer NOT NULL,
    announced integer NOT NULL,
    ever_published boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    content_key text NOT NULL,
    description jsonb NOT NULL,
    findings jsonb NOT NULL,
    UNIQUE (holder_id, identifier)
  );
  CREATE INDEX dataset_by_holder ON dataset (holder_id, changed_at DESC)`;

const tables = `
  CREATE TABLE dataset_table (
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    name text NOT NULL,
    position integer NOT NULL,
    detail jsonb NOT NULL,
    PRIMARY KEY (dataset_id, name)
  )`;

/**
 * Sixteen parts by hash of the dataset: a search stops as soon as it has enough candidates, so a word
 * that stands everywhere costs one part's index, and a rare one sixteen small look-ups.
 */
const parts = Array.from({ length: 16 }, (_, part) => part);

const partsOf = (table: string, settings = ''): string =>
  parts
    .map(
      (part) =>
        `CREATE TABLE ${table}_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS 16, REMAINDER ${part}) ${settings};`,
    )
    .join('\n');

/** fastupdate off: a pending list would make some searches wait for another's import. */
const variables = `
  CREATE TABLE variable (
    dataset_id uuid NOT NULL,
    table_name text NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    code_list text,
    detail jsonb NOT NULL,
    document tsvector NOT NULL,
    PRIMARY KEY (dataset_id, table_name, name),
    FOREIGN KEY (dataset_id, table_name) REFERENCES dataset_table ON DELETE CASCADE
  ) PARTITION BY HASH (dataset_id);
  ${partsOf('variable')}
  CREATE INDEX variable_by_word ON variable USING gin (document) WITH (fastupdate = off);
  CREATE INDEX variable_by_name ON variable (name);
  CREATE INDEX variable_by_code_list ON variable (code_list) WHERE code_list IS NOT NULL`;

/** Every version as it was, so that what a permit was given on can be read for ever. */
const revisions = `
  CREATE TABLE dataset_revision (
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    version integer NOT NULL,
    status text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    description jsonb NOT NULL,
    PRIMARY KEY (dataset_id, version)
  )`;

/**
 * Published datasets only. `document` finds them (words and facet selections) and is kept out of line:
 * the index alone answers, so that the rows which are ranked and counted stay narrow.
 */
const search = `
  CREATE TABLE dataset_search (
    dataset_id uuid PRIMARY KEY REFERENCES dataset ON DELETE CASCADE,
    document tsvector NOT NULL,
    strong tsvector NOT NULL,
    facets text[] NOT NULL,
    richness real NOT NULL,
    card jsonb NOT NULL,
    changed_at timestamptz NOT NULL
  ) PARTITION BY HASH (dataset_id);
  ${partsOf('dataset_search', 'WITH (toast_tuple_target = 1024)')}
  ${parts.map((part) => `ALTER TABLE dataset_search_${part} ALTER strong SET STORAGE MAIN, ALTER facets SET STORAGE MAIN;`).join('\n')}
  CREATE INDEX dataset_search_by_word ON dataset_search USING gin (document) WITH (fastupdate = off);
  CREATE INDEX dataset_search_by_change ON dataset_search (changed_at DESC, dataset_id)`;

const codeLists = `
  CREATE TABLE code_list (
    id uuid PRIMARY KEY,
    holder_id text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    columns text[] NOT NULL,
    code_column text NOT NULL,
    size integer NOT NULL,
    version integer NOT NULL,
    changed_at timestamptz NOT NULL,
    content_key text NOT NULL,
    UNIQUE (holder_id, name)
  )`;

const codes = `
  CREATE TABLE code (
    code_list_id uuid NOT NULL REFERENCES code_list ON DELETE CASCADE,
    position integer NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    cells text[] NOT NULL,
    document tsvector NOT NULL,
    PRIMARY KEY (code_list_id, position)
  );
  CREATE INDEX code_by_code ON code (code_list_id, code text_pattern_ops);
  CREATE INDEX code_by_word ON code USING gin (document) WITH (fastupdate = off)`;
