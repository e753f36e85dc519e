import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Variable } from '../description/dataset-description.js';
import type { Texts } from '../description/texts.js';
import type { Card } from './card.js';
import type { SearchQuery } from './search-query.js';

export interface FoundDataset {
  readonly id: string;
  readonly card: Card;
}

export interface FoundDatasets {
  readonly total: number;
  readonly hits: readonly FoundDataset[];
  /** `facet=value` → how many of the candidates have it. */
  readonly facets: Readonly<Record<string, number>>;
}

export interface FoundVariable {
  readonly datasetId: string;
  readonly title: Texts;
  readonly table: string;
  readonly variable: Variable;
}

export interface FoundVariables {
  readonly total: number;
  readonly datasets: number;
  readonly hits: readonly FoundVariable[];
}

type Overview = Omit<FoundDatasets, 'hits'>;

/** Candidates that are ranked and counted; beyond it totals and counts are "at least". */
export const mostCandidates = 1_000;
const overviewMs = 30_000;
const mostVariablesPerHit = 5;

/** Reads what search needs, and nothing else. */
@Injectable()
export class SearchStore {
  private overview: { at: number; counted: Promise<Overview> } | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  async datasets(query: SearchQuery, skip: number, take: number): Promise<FoundDatasets> {
    const { rows } = await this.database.query<{ found: FoundDatasets }>(
      'search_datasets',
      'SELECT search_datasets($1::tsquery, $2::tsquery, $3::tsquery, $4, $5, $6) AS found',
      [query.strong ?? null, query.everywhere ?? null, query.exact ?? null, mostCandidates, skip, take],
    );
    return rows[0]?.found ?? { total: 0, hits: [], facets: {} };
  }

  /** Without words and selections: the latest first, counted exactly, a little behind. */
  async latest(skip: number, take: number, now: number): Promise<FoundDatasets> {
    const { rows } = await this.database.query<FoundDataset>(
      'search_latest',
      'SELECT dataset_id AS id, card FROM dataset_search ORDER BY changed_at DESC, dataset_id OFFSET $1 LIMIT $2',
      [skip, take],
    );
    return { ...(await this.counted(now)), hits: rows };
  }

  /** Called after a change of this process's own, so that its author sees it counted. */
  forget(): void {
    this.overview = undefined;
  }

  /** Up to five variables per dataset that have any of the words: why it was found. */
  async matchingVariables(
    ids: readonly string[],
    anyWord: string,
  ): Promise<Map<string, { table: string; variable: Variable }[]>> {
    const { rows } = await this.database.query<{ dataset_id: string; table_name: string; detail: Variable }>(
      'search_matching_variables',
      // Materialised: the datasets of one page have few variables, the words may stand in hundreds of thousands.
      `WITH theirs AS MATERIALIZED (SELECT dataset_id, table_name, name, document FROM variable WHERE dataset_id = ANY($1::uuid[])),
       ranked AS (SELECT dataset_id, table_name, name, row_number() OVER (PARTITION BY dataset_id ORDER BY length(name), name, table_name) AS n
                  FROM theirs WHERE document @@ $2::tsquery)
       SELECT r.dataset_id, r.table_name, v.detail FROM ranked r JOIN variable v USING (dataset_id, table_name, name)
       WHERE r.n <= $3 ORDER BY r.dataset_id, r.n`,
      [ids, anyWord, mostVariablesPerHit],
    );
    const found = new Map<string, { table: string; variable: Variable }[]>();
    for (const row of rows) {
      const list = found.get(row.dataset_id) ?? [];
      found.set(row.dataset_id, [...list, { table: row.table_name, variable: row.detail }]);
    }
    return found;
  }

  async variables(query: SearchQuery, skip: number, take: number): Promise<FoundVariables> {
    const { rows } = await this.database.query<{ found: FoundVariables }>(
      'search_variables',
      'SELECT search_variables($1::tsquery, $2::tsquery, $3, $4, $5) AS found',
      [query.strong ?? null, query.everywhere ?? null, mostCandidates, skip, take],
    );
    return rows[0]?.found ?? { total: 0, datasets: 0, hits: [] };
  }

  /** The counts of the whole catalogue; those known are given while they are counted anew beside it. */
  private counted(now: number): Promise<Overview> {
    const known = this.overview;
    if (known && now - known.at < overviewMs) return known.counted;
    const counted = this.count();
    if (known) {
      known.at = now;
      counted.then(() => this.overview === known && (this.overview = { at: now, counted })).catch(() => undefined);
      return known.counted;
    }
    const first = { at: now, counted };
    this.overview = first;
    counted.catch(() => this.overview === first && this.forget());
    return counted;
  }

  private async count(): Promise<Overview> {
    const { rows } = await this.database.query<{ total: number; facets: Record<string, number> }>(
      'search_overview',
      `SELECT (SELECT count(*)::int FROM dataset_search) AS total,
         coalesce((SELECT json_object_agg(facet, n) FROM (SELECT facet, count(*) AS n FROM dataset_search, unnest(facets) facet GROUP BY facet) c), '{}') AS facets`,
      [],
    );
    return rows[0] ?? { total: 0, facets: {} };
  }
}
