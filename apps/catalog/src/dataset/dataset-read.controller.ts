import { isRefusal, type Person, refuse } from '@hub/decider';
import { Caller, For, type IdentifiedRequest, Public } from '@hub/http-edge';
import { Controller, Get, Inject, Param, ParseIntPipe, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { CodeListStore } from '../code-list/code-list.store.js';
import { asJsonLd, asTurtle } from '../rdf/serialise.js';
import { datasetTriples } from '../rdf/write-dataset.js';
import { pageOf } from '../search/paging.js';
import { PageQuery } from '../search/search.input.js';
import { DatasetQueryOptions } from './dataset.input.js';
import { DatasetStore } from './dataset.store.js';
import { codeListNames, datasetView, tableView } from './dataset-view.js';
import { Holdings } from './holdings.store.js';
import { askedFor, type Representation } from './representation.js';

/** As much of Fastify's reply as a representation needs. */
interface Reply {
  header(name: string, value: string): this;
  type(contentType: string): this;
  send(body: string): void;
}

/** Shows datasets: what is or was public to everybody, a draft to its holder. */
@Controller('catalog')
export class DatasetReadController {
  constructor(
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(CodeListStore) private readonly codeLists: CodeListStore,
    @Inject(Holdings) private readonly holdings: Holdings,
  ) {}

  /** Everything that the caller's organisation holds, in every status. */
  @Get('holdings')
  @For('data_holder')
  async held(@Caller() caller: Person, @Query() asked: PageQuery) {
    const page = pageOf(asked, 1_000_000);
    if (isRefusal(page)) return page;
    return {
      page: page.number,
      size: page.size,
      ...(await this.holdings.of(caller.organisation, page.skip, page.size)),
    };
  }

  /** By id; with `.ttl` or `.jsonld` after it, or by `Accept`, as HealthDCAT-AP. `?tables=full` adds the variables. */
  @Get('datasets/:id')
  @Public()
  async one(
    @Param('id') address: string,
    @Query() { tables }: DatasetQueryOptions,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { id, as } = askedFor(address, request.headers.accept);
    if (id === undefined) return refuse('not-found');
    const stored = await this.datasets.read(id, request.person);
    if (isRefusal(stored) || stored.state.status === 'absent') return refuse('not-found');
    reply.header('vary', 'accept, authorization');
    if (as !== 'json') return this.asRdf(id, stored.version, stored.state.description, as, reply);
    const allowed = request.person && this.datasets.allowed(stored.state, request.person);
    const own = allowed && allowed.length > 0 ? { allowed, findings: stored.state.findings } : {};
    return { ...datasetView(id, stored.version, stored.state, tables === 'full'), ...own };
  }

  @Get('datasets/:id/tables/:table')
  @Public()
  async table(@Param('id', ParseUUIDPipe) id: string, @Param('table') name: string, @Req() request: IdentifiedRequest) {
    const stored = await this.datasets.read(id, request.person);
    if (isRefusal(stored) || stored.state.status === 'absent') return refuse('not-found');
    const { description, holderId } = stored.state;
    const table = description.tables.find((each) => each.name === name);
    if (!table) return refuse('not-found');
    const lists = await this.codeLists.idsByName(holderId, codeListNames(table));
    return { datasetId: id, version: stored.version, ...tableView(description, table, lists) };
  }

  /** The dataset as it was: what an application or a permit was given on. */
  @Get('datasets/:id/versions/:version')
  @Public()
  async version(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Req() request: IdentifiedRequest,
  ) {
    const stored = await this.datasets.read(id, request.person);
    if (isRefusal(stored) || stored.state.status === 'absent') return refuse('not-found');
    const isHolder = request.person !== undefined && this.datasets.allowed(stored.state, request.person).length > 0;
    return (await this.holdings.revision(id, version, isHolder)) ?? refuse('not-found');
  }

  private asRdf(
    id: string,
    version: number,
    description: Parameters<typeof datasetTriples>[1],
    as: Exclude<Representation, 'json'>,
    reply: Reply,
  ) {
    const triples = datasetTriples(`urn:uuid:${id}`, description);
    reply.header('etag', `"${version}"`);
    if (as === 'jsonld') return void reply.type('application/ld+json').send(JSON.stringify(asJsonLd(triples)));
    return void reply.type('text/turtle; charset=utf-8').send(asTurtle(triples));
  }
}
