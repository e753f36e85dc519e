import { Ids, isRefusal, type Person, refuse } from '@hub/decider';
import { Answers, Caller, CommandAnswer, idBegunBy, OrderAnew, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Home } from '../home.client.js';
import { hasContent, isMember } from '../workspace/workspace.js';
import { WorkspaceStore } from '../workspace/workspace.store.js';
import { ExportInput, RecallInput, ReleaseInput, VoteInput } from './export.inputs.js';
import { exists } from './export.js';
import { ExportStore } from './export.store.js';
import { ExportFiles } from './make-file.client.js';
import { download, inspect, recall, release } from './release.js';
import { resubmit, submit, withdraw } from './submit.js';
import { exportView } from './view.js';
import { castVote } from './vote.js';

@Controller()
export class ExportController {
  constructor(
    @Inject(ExportStore) private readonly exports: ExportStore,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(WorkspaceStore) private readonly workspaces: WorkspaceStore,
    @Inject(Home) private readonly home: Home,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  @Post('workspaces/:id/exports')
  @Answers(CommandAnswer, 201)
  async submit(@OrderAnew() order: PersonalOrder, @Param('id') workspaceId: string, @Body() input: ExportInput) {
    const id = idBegunBy(order, this.ids);
    const about = aboutIn(input);
    const made = await this.files.make(id, workspaceId, input.queryId, about, order);
    if (isRefusal(made)) return made;
    return this.exports.execute(submit, id, { ...about, workspaceId, file: made.file }, order, made);
  }

  @Get('exports')
  async list(@Caller() person: Person) {
    return { items: await this.exports.list(person) };
  }

  @Get('exports/:id')
  async one(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.readable(id, person);
    if (isRefusal(found)) return found;
    return exportView(id, found.version, found.state, person, this.exports.allowed(found.state, person));
  }

  /** Exactly the bytes that were bound: to checkers before release, to members after. Each download is noted first. */
  @Get('exports/:id/file')
  async file(
    @OrderAnew() order: PersonalOrder,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.readable(id, order.actor);
    if (isRefusal(found)) return found;
    const { actor, correlationId } = order;
    const checker = this.exports.allowed(found.state, actor).includes('inspect');
    const noted = await this.exports.execute(checker ? inspect : download, id, {}, { actor, correlationId });
    if (isRefusal(noted)) return noted;
    const { state } = await this.exports.load(id);
    if (!exists(state)) return refuse('not-found');
    const bytes = await this.home.readExport(id, state.file.sha256);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${state.file.name}"`,
      'x-content-sha256': state.file.sha256,
      'cache-control': 'no-store',
    });
    return bytes;
  }

  /** Another file in the place of the one that has to change. */
  @Put('exports/:id')
  @Answers(CommandAnswer)
  async resubmit(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: ExportInput) {
    const found = await this.readable(id, order.actor);
    if (isRefusal(found)) return found;
    if (!exists(found.state)) return refuse('not-found');
    const { workspaceId } = found.state;
    const about = aboutIn(input);
    const made = await this.files.make(id, workspaceId, input.queryId, about, order);
    if (isRefusal(made)) return made;
    return this.exports.execute(resubmit, id, { ...about, workspaceId, file: made.file }, order, made);
  }

  @Post('exports/:id/votes')
  @HttpCode(200)
  @Answers(CommandAnswer)
  vote(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() { decision, remark, sha256 }: VoteInput) {
    return this.exports.execute(castVote, id, { decision, remark: remark ?? '', sha256 }, order);
  }

  @Post('exports/:id/release')
  @HttpCode(200)
  @Answers(CommandAnswer)
  release(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: ReleaseInput) {
    return this.exports.execute(release, id, input, order);
  }

  @Post('exports/:id/recall')
  @HttpCode(200)
  @Answers(CommandAnswer)
  recall(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: RecallInput) {
    return this.exports.execute(recall, id, input, order);
  }

  @Post('exports/:id/withdrawal')
  @HttpCode(200)
  @Answers(CommandAnswer)
  withdraw(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.exports.execute(withdraw, id, {}, order);
  }

  /** A former member has no say in the workspace's exports any more, not even in their own. */
  private async readable(id: string, person: Person) {
    const found = await this.exports.read(id, person);
    if (isRefusal(found) || !exists(found.state)) return found;
    const relations = this.exports.relations(found.state, person);
    if (relations.some((relation) => relation !== 'requester' && relation !== 'colleague')) return found;
    const { state } = await this.workspaces.load(found.state.workspaceId);
    // After the permit's end, what was released stays theirs; who left the permit before has nothing.
    return hasContent(state) && isMember(state, person) ? found : refuse('not-found');
  }
}

const aboutIn = ({ title, context, measures, dimensions, rounded }: ExportInput) => ({
  title,
  context,
  declared: {
    ...(measures && { measures }),
    ...(dimensions && { dimensions }),
    ...(rounded !== undefined && { rounded }),
  },
});
