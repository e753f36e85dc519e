import { Clock, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderAnew, type PersonalOrder, Public } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { confirmInterests } from './confirm-interests.js';
import { InterestsInput, InterestsListInput } from './interests.inputs.js';
import { InterestsStore } from './interests.store.js';
import { ownViewOf, publicViewOf } from './interests.view.js';
import { publishInterests } from './publish-interests.js';

@ApiTags('interests')
@Controller('interests')
export class InterestsController {
  constructor(
    @Inject(InterestsStore) private readonly interests: InterestsStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Public: what the members of the committee have declared. */
  @Public()
  @Get()
  async list(@Query() { limit, after }: InterestsListInput) {
    const rows = await this.interests.list({ limit, after });
    const next = rows.length === limit ? rows.at(-1)?.memberId : undefined;
    return { items: rows.map((row) => publicViewOf(row, this.clock.now())), ...(next !== undefined && { next }) };
  }

  @Get('mine')
  async readMine(@Caller() person: Person) {
    const { state, version } = await this.interests.load(person.id);
    const allowed = this.interests.allowed(state, person);
    if (state.status === 'ABSENT') return allowed.length > 0 ? { version, allowed } : refuse('not-found');
    return { ...ownViewOf(state, this.clock.now()), version, allowed };
  }

  @Command('mine')
  publish(@OrderAnew() order: PersonalOrder, @Body() { ties }: InterestsInput) {
    return this.interests.execute(publishInterests, order.actor.id, { ties: ties.map(plain) }, order);
  }

  @Command('mine/confirmation')
  confirm(@OrderAnew() order: PersonalOrder) {
    return this.interests.execute(confirmInterests, order.actor.id, {}, order);
  }

  /** Public: what one member has declared. */
  @Public()
  @Get(':memberId')
  async read(@Param('memberId') memberId: string) {
    const { state } = await this.interests.load(memberId);
    return state.status === 'ABSENT' ? refuse('not-found') : publicViewOf(state, this.clock.now());
  }
}

/** Without the members that the body left out: what is stored says only what was declared. */
const plain = ({ kind, to, id, since, until }: InterestsInput['ties'][number]) => ({
  ...{ kind, to, id, since },
  ...(until !== undefined && { until }),
});
