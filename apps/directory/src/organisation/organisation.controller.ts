import { Clock, hasRole, type Person, refuse } from '@hub/decider';
import { Caller, For, OrderAnew, OrderOnSeen, type PersonalOrder, Public } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { civilDay } from '../exchange/civil-day.js';
import { MandateStore } from '../mandate/mandate.store.js';
import { composeOrganisation } from './compose-organisation.js';
import { seatRolesOf } from './kinds.js';
import {
  AmendOrganisationInput,
  ComposeOrganisationInput,
  MembersQuery,
  OrganisationQuery,
  RegisterOrganisationInput,
} from './organisation.input.js';
import { OrganisationStore } from './organisation.store.js';

@Controller('organisations')
export class OrganisationController {
  constructor(
    @Inject(OrganisationStore) private readonly organisations: OrganisationStore,
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async search(@Query() { q, kind, status }: OrganisationQuery) {
    return { organisations: await this.organisations.search(q ?? '', kind, status) };
  }

  @Get(':id')
  async one(@Param('id') id: string, @Caller() caller: Person) {
    const [found] = await this.organisations.find([id]);
    if (!found) return refuse('not-found');
    return { ...found, allowed: this.organisations.allowed((await this.organisations.load(id)).state, caller) };
  }

  /** What it was and who changed it: for administrators and for whoever represents it. */
  @Get(':id/history')
  @For('directory_administrator', 'organisation_representative')
  async history(@Param('id') id: string, @Caller() caller: Person) {
    if (!hasRole(caller, 'directory_administrator') && caller.organisation !== id) return refuse('not-found');
    const history = await this.organisations.history(id);
    return history.length > 0 ? { history } : refuse('not-found');
  }

  /** Who sits on a governing body, on a day: public, by ids alone. */
  @Get(':id/members')
  @Public()
  async members(@Param('id') id: string, @Query() { at }: MembersQuery) {
    const [found] = await this.organisations.find([id]);
    if (!found || seatRolesOf(found.kind).length === 0) return refuse('not-found');
    const day = at ?? civilDay(this.clock.now());
    const members = await this.mandates.members(id, seatRolesOf(found.kind), day);
    return { organisationId: id, at: day, seats: found.seats ?? [], members };
  }

  @Post()
  @For('directory_administrator')
  register(@Body() { id, ...entry }: RegisterOrganisationInput, @OrderAnew() order: PersonalOrder) {
    return this.organisations.register(id, entry, order);
  }

  @Post(':id/amend')
  @HttpCode(200)
  amend(@Param('id') id: string, @Body() entry: AmendOrganisationInput, @OrderOnSeen() order: PersonalOrder) {
    return this.organisations.amend(id, { ...entry }, order);
  }

  @Post(':id/compose')
  @HttpCode(200)
  compose(@Param('id') id: string, @Body() { seats }: ComposeOrganisationInput, @OrderOnSeen() order: PersonalOrder) {
    const plain = seats.map((seat) => ({ ...seat }));
    return this.organisations.execute(composeOrganisation, id, { seats: plain }, order);
  }

  @Post(':id/close')
  @HttpCode(200)
  close(@Param('id') id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.organisations.close(id, order);
  }
}
