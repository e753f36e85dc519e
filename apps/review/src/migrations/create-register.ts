import type { MigrationInterface, QueryRunner } from 'typeorm';

const searched = (language: 'fr' | 'en') =>
  ['title', 'summary', 'words', 'result_title', 'result_summary']
    .map((column) => `coalesce(${column}_${language}, '')`)
    .join(` || ' ' || `);

export class CreateRegister1760000002500 implements MigrationInterface {
  name = 'CreateRegister1760000002500';

  async up(runner: QueryRunner): Promise<void> {
    // Without the extension unaccent, which not every operator may install: decomposed, and the marks taken away.
    await runner.query(`
      CREATE FUNCTION without_accents(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN replace(replace(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe'), 'Œ', 'OE')`);
    await runner.query(`
      CREATE TABLE register_entry (
        id                   text PRIMARY KEY,
        case_id              text        NOT NULL UNIQUE,
        kind                 text        NOT NULL,
        procedure            text        NOT NULL,
        organisation_id      text        NOT NULL,
        datasets             text[]      NOT NULL,
        purposes             text[]      NOT NULL,
        received_at          timestamptz NOT NULL,
        year                 integer     NOT NULL,
        decided_at           timestamptz,
        publication_due_at   timestamptz,
        version              integer     NOT NULL DEFAULT 0,
        published_at         timestamptz,
        decision_published_at timestamptz,
        title_fr   text, title_en   text,
        summary_fr text, summary_en text,
        ground_fr  text, ground_en  text,
        words_fr   text, words_en   text,
        permit_id            text,
        permit_status        text,
        valid_from           date,
        valid_until          date,
        result_status        text,
        result_due_at        timestamptz,
        result_published_at  timestamptz,
        result_title_fr   text, result_title_en   text,
        result_summary_fr text, result_summary_en text,
        result_links         text[],
        changed_at           timestamptz NOT NULL,
        search_fr tsvector GENERATED ALWAYS AS (to_tsvector('french', without_accents(${searched('fr')}))) STORED,
        search_en tsvector GENERATED ALWAYS AS (to_tsvector('english', without_accents(${searched('en')}))) STORED
      )`);
    await runner.query('CREATE INDEX register_order ON register_entry (received_at DESC, id DESC)');
    await runner.query('CREATE INDEX register_search_fr ON register_entry USING gin (search_fr)');
    await runner.query('CREATE INDEX register_search_en ON register_entry USING gin (search_en)');
    await runner.query('CREATE INDEX register_datasets ON register_entry USING gin (datasets)');
    await runner.query(`
      CREATE TABLE register_history (
        entry_id text        NOT NULL,
        origin   text        NOT NULL,
        version  integer     NOT NULL,
        at       timestamptz NOT NULL,
        what     text        NOT NULL,
        fields   text[]      NOT NULL DEFAULT '{}',
        PRIMARY KEY (entry_id, origin, version)
      )`);
    await runner.query(`
      CREATE TABLE register_confidential (
        entry_id     text PRIMARY KEY,
        version      integer NOT NULL,
        confidential boolean NOT NULL
      )`);
    await this.fill(runner);
  }

  /** What was received, decided and permitted before the register was kept here. */
  private async fill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO register_entry (id, case_id, kind, procedure, organisation_id, datasets, purposes, received_at, year,
        decided_at, permit_id, permit_status, valid_from, valid_until, changed_at)
      SELECT row.application_id, row.id,
        CASE WHEN row.decision = 'AUTHORISED' THEN 'PERMIT' WHEN row.decision = 'REFUSED' THEN 'REFUSAL'
          WHEN delay.closed_at IS NOT NULL THEN 'CLOSED' ELSE 'APPLICATION' END,
        opened.data -> 'procedure' ->> 'id', row.organisation_id,
        ARRAY(SELECT d ->> 'datasetId' FROM json_array_elements(opened.data -> 'scope' -> 'datasets') AS d),
        ARRAY(SELECT json_array_elements_text(opened.data -> 'purposes')),
        row.opened_at, extract(year FROM row.opened_at AT TIME ZONE 'Europe/Paris'),
        delay.closed_at, permit.permit_id, permit.status, permit.valid_from, permit.valid_until, row.updated_at
      FROM case_list row
      JOIN event opened ON opened.stream = 'case/' || row.id AND opened.type = 'opened'
      JOIN case_delay delay ON delay.case_id = row.id
      LEFT JOIN permit ON permit.case_id = row.id`);
    await runner.query(`
      INSERT INTO register_history (entry_id, origin, version, at, what)
      SELECT id, 'case', 1, received_at, 'RECEIVED' FROM register_entry
      UNION ALL
      SELECT id, 'case', 2, decided_at, kind FROM register_entry WHERE decided_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register_confidential, register_history, register_entry');
    await runner.query('DROP FUNCTION without_accents');
  }
}
