import { refuse } from '@hub/decider';
import { For, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { OrganisationQuery, RegisterOrganisationInput } from './organisation.input.js';
import { OrganisationStore } from './organisation.store.js';
import { registerOrganisation } from './register-organisation.js';

@Controller('organisations')
export class OrganisationController {
  constructor(@Inject(OrganisationStore) private readonly organisations: OrganisationStore) {}

  @Get()
  async search(@Query() { q, kind }: OrganisationQuery) {
    return { organisations: await this.organisations.search(q ?? '', kind) };
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const [found] = await this.organisations.find([id]);
    return found ?? refuse('not-found');
  }

  @Post()
  @For('directory_administrator')
  register(@Body() { id, ...entry }: RegisterOrganisationInput, @OrderAnew() order: PersonalOrder) {
    return this.organisations.execute(registerOrganisation, id, entry, order);
  }
}
