import { Clock, hasRole, Ids, isRefusal, type Person } from '@hub/decider';
import { Caller, For, idBegunBy, OrderAnew, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { endMandate } from './end-mandate.js';
import { GiveMandateInput, MandateQuery } from './mandate.input.js';
import { MandateStore } from './mandate.store.js';

@Controller('mandates')
export class MandateController {
  constructor(
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** One's own; an administrator sees everybody's. */
  @Get()
  async list(@Query() query: MandateQuery, @Caller() caller: Person) {
    const personId = hasRole(caller, 'directory_administrator') ? query.personId : caller.id;
    return { mandates: await this.mandates.list({ ...query, personId }) };
  }

  @Get(':id')
  async one(@Param('id') id: string, @Caller() caller: Person) {
    const found = await this.mandates.read(id, caller);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    return { id, version, ...state, allowed: this.mandates.allowed(state, caller) };
  }

  @Post()
  @For('directory_administrator')
  give(@Body() input: GiveMandateInput, @OrderAnew() order: PersonalOrder) {
    const terms = { ...input, from: input.from ?? civilDay(this.clock.now()) };
    return this.mandates.give(idBegunBy(order, this.ids), terms, order);
  }

  @Post(':id/end')
  @HttpCode(200)
  end(@Param('id') id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.mandates.execute(endMandate, id, {}, order);
  }
}
