import { type Person, refuse } from '@hub/decider';
import { Caller } from '@hub/http-edge';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { standingsOf } from '../exchange/standing.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { PeopleQuery } from './person.input.js';
import { PersonStore } from './person.store.js';

/** Names live here only; every other service knows people by their ids. */
@Controller('people')
export class PersonController {
  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(OrganisationStore) private readonly organisations: OrganisationStore,
  ) {}

  /** Who I am, whom I act for now, and for whom else I may. */
  @Get('me')
  async me(@Caller() caller: Person) {
    const known = await this.people.byId(caller.id);
    const mandates = known?.mandates ?? [];
    const organisations = await this.organisations.find([
      ...new Set(mandates.map((mandate) => mandate.organisationId)),
    ]);
    return {
      id: caller.id,
      name: known?.name ?? null,
      organisation: caller.organisation || null,
      roles: caller.roles,
      assurance: caller.assurance,
      mayActFor: organisations.map((organisation) => ({
        ...organisation,
        mandates: mandates
          .filter((mandate) => mandate.organisationId === organisation.id)
          .map(({ role, scope, until, delegatedBy }) => ({
            role,
            ...(scope && { scope }),
            ...(until && { until }),
            ...(delegatedBy && { delegatedBy }),
          })),
      })),
    };
  }

  /** The organisations that I may act for today: name one in `X-Acting-For`, and act for that one. */
  @Get('me/standings')
  async standings(@Caller() caller: Person) {
    const known = await this.people.byId(caller.id);
    const standings = standingsOf(known?.mandates ?? []);
    return { standings: standings.map((one) => ({ ...one, current: one.organisation === caller.organisation })) };
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const [found] = await this.people.names([id]);
    return found ?? refuse('not-found');
  }

  /** Names of several people in one call: `?ids=claire,david`. */
  @Get()
  async several(@Query() { ids }: PeopleQuery) {
    return { people: await this.people.names(ids.split(',').filter(Boolean).slice(0, 100)) };
  }
}
