import { Clock, type Person } from '@hub/decider';
import { ApiTags, Caller, For, pageOf, placeOf } from '@hub/http-edge';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { CaseListRow } from './case.entity.js';
import { ListInput } from './case.inputs.js';
import { CaseLists } from './case-lists.store.js';

/** A row without the columns that only say who finds it. */
const shown = (row: CaseListRow) => {
  const { members: _m, people: _p, organisations: _o, recused: _r, ...visible } = row;
  const { readers: _e, committee: _c, holders: _h, ...rest } = visible;
  return rest;
};

@ApiTags('cases')
@Controller('cases')
export class CaseListsController {
  constructor(
    @Inject(CaseLists) private readonly lists: CaseLists,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The latest change first. */
  @Get()
  async list(@Caller() person: Person, @Query() { limit, before, officer, overdue, ...query }: ListInput) {
    const rows = await this.lists.list(person, {
      ...query,
      limit,
      place: placeOf(before),
      officer: officer === 'me' ? person.id : officer === 'none' ? null : officer,
      overdue: overdue === undefined ? undefined : overdue === 'true',
      now: this.clock.now(),
    });
    return pageOf(rows, limit, shown);
  }

  /** Who looks after how much, and what ends next: for whoever shares out the cases. */
  @Get('workload')
  @For('hub_officer')
  async workload(@Caller() person: Person) {
    return { items: await this.lists.workload(person, this.clock.now()) };
  }
}
