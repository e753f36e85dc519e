import { isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderOnSeen, type PersonalOrder, Public } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { baseIdOf } from '../permit/permit-id.js';
import { RegisterStore } from '../register/register.store.js';
import { declareCompleted, extendResult } from './change-time.js';
import { correctResult, publishResult } from './publish-result.js';
import { CorrectionInput, ExtensionInput, ResultInput } from './result.inputs.js';
import { resultDue } from './result.js';
import { ResultStore } from './result.store.js';

@ApiTags('results')
@Controller()
export class ResultController {
  constructor(
    @Inject(ResultStore) private readonly results: ResultStore,
    @Inject(RegisterStore) private readonly register: RegisterStore,
  ) {}

  /** Public: everything that was published, the first version first, each correction with its reason. */
  @Public()
  @Get('register/:id/result')
  async published(@Param('id') id: string) {
    const permitId = (await this.register.entryOf(id))?.permit_id;
    if (!permitId) return refuse('not-found');
    const { state } = await this.results.load(baseIdOf(permitId));
    return state.status === 'PUBLISHED' ? { publications: state.publications } : refuse('not-found');
  }

  /** For the team, the hub and auditors: what is due when, and what you may do. */
  @Get('permits/:id/result')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.results.read(baseIdOf(id), person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    if (state.status === 'ABSENT') return refuse('not-found');
    const { team: _team, clock, ...shown } = state;
    const extended = clock.extensions.length > 0;
    return { version, ...shown, dueAt: resultDue(state), extended, allowed: this.results.allowed(state, person) };
  }

  @Command('permits/:id/result')
  publish(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: ResultInput) {
    return this.results.execute(publishResult, baseIdOf(id), body, order);
  }

  @Command('permits/:id/result/correction')
  correct(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: CorrectionInput) {
    return this.results.execute(correctResult, baseIdOf(id), body, order);
  }

  @Command('permits/:id/completion')
  complete(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.results.execute(declareCompleted, baseIdOf(id), {}, order);
  }

  @Command('permits/:id/result/extension')
  extend(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: ExtensionInput) {
    return this.results.execute(extendResult, baseIdOf(id), body, order);
  }
}
