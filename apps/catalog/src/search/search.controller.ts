import { Clock, isRefusal } from '@hub/decider';
import { Public } from '@hub/http-edge';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { textFor } from '../description/texts.js';
import { pageOf } from './paging.js';
import { datasetHit, facetCounts, variableMatch } from './results.js';
import { DatasetQuery, PageQuery } from './search.input.js';
import { mostCandidates, SearchStore } from './search.store.js';
import { type Facet, facets } from './search-document.js';
import { searchQuery } from './search-query.js';

/** Finds datasets and variables; open to everybody. */
@Controller('catalog')
@Public()
export class SearchController {
  constructor(
    @Inject(SearchStore) private readonly search: SearchStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Datasets by words and facets. `atLeast` says that more match than were ranked and counted. */
  @Get('datasets')
  async datasets(@Query() asked: DatasetQuery) {
    const page = pageOf(asked, mostCandidates);
    if (isRefusal(page)) return page;
    const query = searchQuery(asked.q ?? '', selectionsIn(asked));
    const found = query.everywhere
      ? await this.search.datasets(query, page.skip, page.size)
      : await this.search.latest(page.skip, page.size, this.clock.now().getTime());
    const ids = found.hits.map((hit) => hit.id);
    const variables =
      query.anyWord && ids.length > 0 ? await this.search.matchingVariables(ids, query.anyWord) : new Map();
    const language = asked.lang ?? 'fr';
    return {
      total: found.total,
      atLeast: query.everywhere !== undefined && found.total >= mostCandidates,
      page: page.number,
      size: page.size,
      items: found.hits.map((hit) => datasetHit(hit, variables.get(hit.id) ?? [], query.words, language)),
      facets: facetCounts(found.facets),
    };
  }

  /** Variables of all published datasets, those whose name matches first. */
  @Get('variables')
  async variables(@Query() asked: PageQuery) {
    const page = pageOf(asked, mostCandidates);
    if (isRefusal(page)) return page;
    const query = searchQuery(asked.q ?? '');
    const language = asked.lang ?? 'fr';
    const found = query.everywhere
      ? await this.search.variables(query, page.skip, page.size)
      : { total: 0, datasets: 0, hits: [] };
    return {
      total: found.total,
      atLeast: found.total >= mostCandidates,
      datasets: found.datasets,
      page: page.number,
      size: page.size,
      items: found.hits.map(({ datasetId, title, table, variable }) => ({
        datasetId,
        dataset: textFor(title, language),
        ...variableMatch(table, variable, query.words, language),
        type: variable.type,
        ...(variable.codeList ? { codeList: variable.codeList } : {}),
      })),
    };
  }
}

const selectionsIn = (asked: DatasetQuery): Partial<Record<Facet, string[]>> =>
  Object.fromEntries(facets.flatMap((facet) => (asked[facet] ? [[facet, asked[facet]]] : [])));
