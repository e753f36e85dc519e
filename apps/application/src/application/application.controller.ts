import { Ids, isRefusal, type Person } from '@hub/decider';
import {
  Answers,
  ApiTags,
  Caller,
  CommandAnswer,
  idBegunBy,
  OrderAnew,
  OrderOnSeen,
  type PersonalOrder,
} from '@hub/http-edge';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { AttachmentStore } from '../attachment/attachment.store.js';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';
import { Forms } from '../form/forms.js';
import { AnswersInput, BasketInput, DraftInput, InviteInput } from './application.inputs.js';
import { ApplicationStore } from './application.store.js';
import { chooseBasket } from './choose-basket.js';
import { discard } from './discard.js';
import { draft } from './draft.js';
import { invite } from './invite.js';
import { join } from './join.js';
import { leave } from './leave.js';
import { ListInput } from './list.inputs.js';
import { provideInformation } from './provide-information.js';
import { saveAnswers } from './save-answers.js';
import { submit } from './submit.js';
import { viewOf } from './view.js';
import { withdraw } from './withdraw.js';

@ApiTags('applications')
@Controller('applications')
export class ApplicationController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(KnownDatasets) private readonly catalogue: KnownDatasets,
    @Inject(AttachmentStore) private readonly files: AttachmentStore,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  @Get()
  async list(@Caller() person: Person, @Query() { before, after, ...filters }: ListInput) {
    const [at, id] = after?.split('~') ?? [];
    const rows = await this.applications.list(person, {
      ...filters,
      before: before ? new Date(before) : undefined,
      after: at && id ? { at, id } : undefined,
    });
    const last = rows.length === filters.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map(({ members: _m, invited, reviewers: _r, search: _s, ...row }) => ({
        ...row,
        invited: invited.includes(person.id),
      })),
      ...(last && { next: `${last.updatedAt.toISOString()}~${last.id}` }),
    };
  }

  @Get(':id')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.applications.read(id, person);
    if (isRefusal(found)) return found;
    return viewOf(this.forms, id, found.version, found.state, person, this.applications.allowed(found.state, person));
  }

  @Post()
  @Answers(CommandAnswer, 201)
  draft(@OrderAnew() order: PersonalOrder, @Body() input: DraftInput) {
    return this.applications.execute(draft, idBegunBy(order, this.ids), input, order, { forms: this.forms });
  }

  @Put(':id/answers')
  @Answers(CommandAnswer)
  async saveAnswers(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: AnswersInput) {
    const outcome = await this.applications.execute(saveAnswers, id, input, order, { forms: this.forms });
    return this.applications.withConflict(outcome, id, order, { ...input.answers });
  }

  @Put(':id/basket')
  @Answers(CommandAnswer)
  async chooseBasket(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: BasketInput) {
    const offered = await this.catalogue.offered(input.datasets.map(({ datasetId }) => datasetId));
    const outcome = await this.applications.execute(chooseBasket, id, input, order, { offered });
    return this.applications.withConflict(outcome, id, order, { dataSources: input });
  }

  @Post(':id/invitations')
  @HttpCode(200)
  @Answers(CommandAnswer)
  invite(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() input: InviteInput) {
    return this.applications.execute(invite, id, input, order);
  }

  @Post(':id/team')
  @HttpCode(200)
  @Answers(CommandAnswer)
  join(@OrderAnew() order: PersonalOrder, @Param('id') id: string) {
    return this.applications.execute(join, id, {}, order);
  }

  @Delete(':id/team/:personId')
  @Answers(CommandAnswer)
  leave(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Param('personId') personId: string) {
    return this.applications.execute(leave, id, { personId }, order);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async submit(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.applications.execute(submit, id, {}, order, await this.sendingFacts(id));
  }

  @Post(':id/information')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async provideInformation(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.applications.execute(provideInformation, id, {}, order, await this.sendingFacts(id));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Answers(CommandAnswer)
  withdraw(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.applications.execute(withdraw, id, {}, order);
  }

  @Delete(':id')
  @Answers(CommandAnswer)
  discard(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.applications.execute(discard, id, {}, order);
  }

  private async sendingFacts(id: string) {
    return { forms: this.forms, infected: await this.files.infectedOf(id) };
  }
}
