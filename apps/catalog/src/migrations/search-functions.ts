/**
 * Searches as functions of the database, for their settings: only index scans (a scan of the table would
 * decompress every document), and one plan for all words, made once per connection.
 */
const settings = `LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan`;

/**
 * At most `most` candidates, those with all words in title or keywords first; ranked; a page of them with
 * what it shows; and how often each facet value stands among them.
 */
export const searchDatasets = `
CREATE FUNCTION search_datasets(strong_words tsquery, all_words tsquery, exact_words tsquery, most integer, skip integer, take integer)
RETURNS json ${settings} AS $$
BEGIN
  RETURN (
    WITH first AS MATERIALIZED (
      SELECT dataset_id, strong, facets, richness, 1 AS tier FROM dataset_search WHERE document @@ strong_words LIMIT most
    ), others AS MATERIALIZED (
      SELECT dataset_id, strong, facets, richness, 0 AS tier FROM dataset_search
      WHERE document @@ all_words AND (SELECT count(*) FROM first) < most LIMIT most
    ), candidates AS MATERIALIZED (
      SELECT * FROM first UNION ALL SELECT * FROM others WHERE dataset_id NOT IN (SELECT dataset_id FROM first) LIMIT most
    ), page AS (
      SELECT dataset_id, tier + coalesce(ts_rank('{0.05,0.1,0.4,1}', strong, exact_words), 0) + 0.1 * richness AS score
      FROM candidates ORDER BY score DESC, dataset_id OFFSET skip LIMIT take
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM candidates),
      'hits', coalesce((SELECT json_agg(json_build_object('id', dataset_id, 'card', card) ORDER BY score DESC, dataset_id)
                        FROM page JOIN dataset_search USING (dataset_id)), '[]'),
      'facets', coalesce((SELECT json_object_agg(facet, n)
                          FROM (SELECT facet, count(*) AS n FROM (SELECT unnest(facets) AS facet FROM candidates) every_facet GROUP BY facet) counted), '{}')));
END $$`;

/** Variables of published datasets, those with all words in their name first. */
export const searchVariables = `
CREATE FUNCTION search_variables(name_words tsquery, all_words tsquery, most integer, skip integer, take integer)
RETURNS json ${settings} AS $$
BEGIN
  RETURN (
    WITH first AS MATERIALIZED (
      SELECT v.dataset_id, v.table_name, v.name, 1 AS tier
      FROM variable v JOIN dataset_search s ON s.dataset_id = v.dataset_id WHERE v.document @@ name_words LIMIT most
    ), others AS MATERIALIZED (
      SELECT v.dataset_id, v.table_name, v.name, 0 AS tier
      FROM variable v JOIN dataset_search s ON s.dataset_id = v.dataset_id
      WHERE v.document @@ all_words AND (SELECT count(*) FROM first) < most LIMIT most
    ), candidates AS MATERIALIZED (
      SELECT DISTINCT ON (dataset_id, table_name, name) * FROM (SELECT * FROM first UNION ALL SELECT * FROM others) both_tiers
      ORDER BY dataset_id, table_name, name, tier DESC
    ), page AS (
      SELECT * FROM candidates ORDER BY tier DESC, length(name), name, dataset_id, table_name OFFSET skip LIMIT take
    )
    SELECT json_build_object(
      'total', least(most, (SELECT count(*) FROM candidates)),
      'datasets', (SELECT count(DISTINCT dataset_id) FROM candidates),
      'hits', coalesce((SELECT json_agg(json_build_object('datasetId', p.dataset_id, 'table', p.table_name, 'variable', v.detail, 'title', s.card->'title')
                          ORDER BY p.tier DESC, length(p.name), p.name, p.dataset_id, p.table_name)
                        FROM page p JOIN variable v USING (dataset_id, table_name, name) JOIN dataset_search s USING (dataset_id)), '[]')));
END $$`;
