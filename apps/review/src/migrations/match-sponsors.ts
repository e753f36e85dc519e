import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ties are found by name as well: the keys of what was declared before, as `keysOfTie` makes them from now on. */
export class MatchSponsors1764113000000 implements MigrationInterface {
  name = 'MatchSponsors1764113000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE committee_interests SET keys = coalesce((
        SELECT array_agg(DISTINCT key) FROM jsonb_array_elements(ties) AS tie
        CROSS JOIN LATERAL (SELECT trim(regexp_replace(lower(regexp_replace(
          normalize(tie->>'id', NFKD), '[\\u0300-\\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g')) AS name) AS named
        CROSS JOIN LATERAL unnest(CASE WHEN tie->>'to' = 'PERSON' THEN ARRAY['PERSON:' || (tie->>'id')]
          WHEN name = '' THEN ARRAY['ORGANISATION:' || (tie->>'id')]
          ELSE ARRAY['ORGANISATION:' || (tie->>'id'), 'NAME:' || name] END) AS key), '{}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE committee_interests SET keys = coalesce((
        SELECT array_agg((tie->>'to') || ':' || (tie->>'id')) FROM jsonb_array_elements(ties) AS tie), '{}')`);
  }
}
