import { isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { hasContent, isMember } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { QueryStore } from './query.store.js';
import { QueryRunner } from './run-query.client.js';

export class QueryInput {
  /** One statement in DuckDB's SQL. */
  @IsString() @IsNotEmpty() @MaxLength(100_000) sql: string;
  /** With a title, the query is kept for all members. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200) title?: string;
}

@ApiTags('workspaces')
@Controller('workspaces/:id/queries')
export class QueryController {
  constructor(
    @Inject(QueryRunner) private readonly runner: QueryRunner,
    @Inject(QueryStore) private readonly queries: QueryStore,
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
  ) {}

  @Get()
  async list(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.workspaces.read(id, person);
    if (isRefusal(found)) return found;
    if (!hasContent(found.state) || !isMember(found.state, person)) return refuse('not-found');
    return { items: await this.queries.list(id, person.id) };
  }

  /** Runs a query; hanging up stops it. */
  @Post()
  @HttpCode(200)
  async run(
    @OrderAnew() order: PersonalOrder,
    @Param('id') workspaceId: string,
    @Body() { sql, title }: QueryInput,
    @Req() request: FastifyRequest,
  ) {
    const gone = new AbortController();
    const hangUp = () => gone.abort();
    request.raw.socket.once('close', hangUp);
    try {
      return await this.runner.run({ workspaceId, sql, title, purpose: 'look' }, order, gone.signal);
    } finally {
      request.raw.socket.off('close', hangUp);
    }
  }
}
