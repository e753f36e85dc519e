import { createHash } from 'node:crypto';
import { Clock, Ids, isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import { Answers, ApiTags, Caller, CommandAnswer, idBegunBy, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import { QueryStore } from '../query/query.store.js';
import { QueryRunner } from '../query/run-query.client.js';
import { saveChart } from '../workspace/work.js';
import { hasContent, isMember } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { ChartStore } from './chart.store.js';
import { chartFaults } from './chart-spec.js';
import { draw } from './draw.client.js';

export class ChartInput {
  @IsString() @IsNotEmpty() @MaxLength(200) title: string;
  /** The query whose result is drawn; it is run again. */
  @IsString() @IsNotEmpty() queryId: string;
  /** Mark and encoding in Vega-Lite. */
  @IsObject() spec: Record<string, unknown>;
}

@ApiTags('workspaces')
@Controller('workspaces/:id/charts')
export class ChartController {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(QueryStore) private readonly queries: QueryStore,
    @Inject(QueryRunner) private readonly runner: QueryRunner,
    @Inject(ChartStore) private readonly charts: ChartStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  @Get()
  async list(@Caller() person: Person, @Param('id') id: string) {
    return (await this.hidden(id, person)) ?? { items: await this.charts.list(id) };
  }

  @Get(':chartId')
  async one(@Caller() person: Person, @Param('id') id: string, @Param('chartId') chartId: string) {
    return (await this.hidden(id, person)) ?? (await this.charts.find(id, chartId)) ?? refuse('no-such-chart');
  }

  @Post()
  @Answers(CommandAnswer, 201)
  async save(
    @OrderAnew() order: PersonalOrder,
    @Param('id') workspaceId: string,
    @Body() { title, queryId, spec }: ChartInput,
  ) {
    const hidden = await this.hidden(workspaceId, order.actor);
    if (hidden) return hidden;
    const query = await this.queries.find(workspaceId, queryId);
    if (query === null) return refuse('no-such-query');
    const result = await this.runner.run({ workspaceId, sql: query.sql, purpose: 'chart' }, order);
    if (isRefusal(result)) return result;
    const columns = result.columns.map(({ name }) => name);
    const faults = chartFaults(spec, columns);
    if (faults.length > 0) return refuse('chart-invalid', { reasons: faults });
    const svg = await draw(spec, columns, result.rows).catch(() => null);
    if (svg === null) return refuse('chart-invalid', { reasons: ['Vega-Lite cannot draw it over this result'] });
    const id = idBegunBy(order, this.ids);
    const dataSha256 = sha256([columns, result.rows]);
    const answer = await this.workspaces.execute(
      saveChart,
      workspaceId,
      { chartId: id, specSha256: sha256(spec), dataSha256 },
      order,
    );
    if (isRefusal(answer)) return answer;
    await this.charts.save({
      id,
      workspaceId,
      personId: order.actor.id,
      queryId,
      title,
      spec,
      dataSha256,
      svg,
      at: this.clock.now(),
    });
    return { ...answer, id, workspaceId };
  }

  /** Charts are data: only members see that there are any. */
  private async hidden(id: string, person: Person): Promise<Refusal | undefined> {
    const found = await this.workspaces.read(id, person);
    if (isRefusal(found)) return found;
    return hasContent(found.state) && isMember(found.state, person) ? undefined : refuse('not-found');
  }
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
