import { isRefusal, type Person } from '@hub/decider';
import { Answers, ApiTags, Caller, CommandAnswer, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ChartStore } from '../chart/chart.store.js';
import { Home } from '../home.client.js';
import { PreparationWorker } from '../jobs/preparation-worker.client.js';
import { Seating } from '../query/seating.client.js';
import { purge, resume, suspend } from './keep-safe.js';
import { retry } from './prepare.js';
import { viewOf } from './view.js';
import { isMember } from './workspace.js';
import { WorkspaceStore } from './workspace.store.js';

export class SuspendInput {
  @IsString() @IsNotEmpty() @MaxLength(2_000) reason: string;
}

@ApiTags('workspaces')
@Controller('workspaces')
export class WorkspaceController {
  constructor(
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Seating) private readonly seating: Seating,
    @Inject(PreparationWorker) private readonly worker: PreparationWorker,
    @Inject(Home) private readonly home: Home,
    @Inject(ChartStore) private readonly charts: ChartStore,
  ) {}

  @Get()
  async list(@Caller() person: Person) {
    return { items: await this.workspaces.list(person) };
  }

  /** A member who looks at a workspace is about to work in it: the sandbox starts meanwhile. */
  @Get(':id')
  async one(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.workspaces.read(id, person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    if (state.status === 'ACTIVE' && isMember(state, person)) {
      await this.seating.warm(
        { workspaceId: id, personId: person.id, organisationId: person.organisation },
        state.data.tables,
      );
    }
    return viewOf(id, version, state, person, this.workspaces.allowed(state, person));
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async suspend(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: SuspendInput) {
    const answer = await this.workspaces.execute(suspend, id, input, order);
    await this.seating.checkNow();
    return answer;
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @Answers(CommandAnswer)
  resume(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.workspaces.execute(resume, id, {}, order);
  }

  /** Tries a failed preparation again. */
  @Post(':id/retry')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async retry(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    const answer = await this.workspaces.execute(retry, id, {}, order);
    this.worker.nudge();
    return answer;
  }

  /** Deletes the data of a locked workspace and certifies it. Deleting what is gone already is no fault. */
  @Post(':id/purge')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async purge(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    const found = await this.workspaces.read(id, order.actor);
    if (isRefusal(found)) return found;
    if (!this.workspaces.allowed(found.state, order.actor).includes('purge') || found.version !== order.expected) {
      return this.workspaces.execute(purge, id, { files: 0 }, order);
    }
    await this.seating.clear(id);
    await this.charts.purge(id);
    return this.workspaces.execute(purge, id, { files: await this.home.purge(id) }, order);
  }
}
