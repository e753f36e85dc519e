import { Clock, hasRole, Ids, isRefusal, type Person } from '@hub/decider';
import { Caller, For, idBegunBy, OrderAnew, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { confirmMandate } from './confirm-mandate.js';
import { endDelegation } from './delegate-mandate.js';
import { endMandate } from './end-mandate.js';
import { DelegateMandateInput, GiveMandateInput, MandateQuery } from './mandate.input.js';
import { MandateStore } from './mandate.store.js';

@Controller('mandates')
export class MandateController {
  constructor(
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** One's own; a representative sees those of the organisation, an administrator everybody's. */
  @Get()
  async list(@Query() query: MandateQuery, @Caller() caller: Person) {
    const all = hasRole(caller, 'directory_administrator');
    const represented = hasRole(caller, 'organisation_representative') && query.organisationId === caller.organisation;
    const personId = all || represented ? query.personId : caller.id;
    return { mandates: await this.mandates.list({ ...query, personId }) };
  }

  @Get(':id')
  async one(@Param('id') id: string, @Caller() caller: Person) {
    const found = await this.mandates.read(id, caller);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    return { id, version, ...state, allowed: this.mandates.allowed(state, caller) };
  }

  /** Who gave, delegated, confirmed and ended it, and when: for whoever may see the mandate. */
  @Get(':id/history')
  async history(@Param('id') id: string, @Caller() caller: Person) {
    const found = await this.mandates.read(id, caller);
    return isRefusal(found) ? found : { id, history: await this.mandates.history(id) };
  }

  @Post()
  @For('directory_administrator', 'organisation_representative')
  give(@Body() input: GiveMandateInput, @OrderAnew() order: PersonalOrder) {
    const terms = { ...input, from: input.from ?? this.today() };
    return this.mandates.give(idBegunBy(order, this.ids), terms, order);
  }

  @Post(':id/delegate')
  @HttpCode(200)
  delegate(@Param('id') id: string, @Body() input: DelegateMandateInput, @OrderOnSeen() order: PersonalOrder) {
    return this.mandates.delegate(id, { ...input, from: input.from ?? this.today() }, order);
  }

  @Post(':id/end-delegation')
  @HttpCode(200)
  endDelegation(@Param('id') id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.mandates.execute(endDelegation, id, {}, order);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  confirm(@Param('id') id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.mandates.execute(confirmMandate, id, {}, order);
  }

  @Post(':id/end')
  @HttpCode(200)
  end(@Param('id') id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.mandates.execute(endMandate, id, {}, order);
  }

  private today(): string {
    return civilDay(this.clock.now());
  }
}
