import { Clock } from '@hub/decider';
import { ApiTags, For } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { LoadInput } from './committee.inputs.js';
import { monthOf } from './rapporteur-slots.js';
import { RapporteurSlots } from './rapporteur-slots.store.js';

@ApiTags('rapporteurs')
@Controller('rapporteurs')
export class RapporteursController {
  constructor(
    @Inject(RapporteurSlots) private readonly slots: RapporteurSlots,
    @Inject(Procedures) private readonly procedures: Procedures,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** How many files each rapporteur has been given in a civil month, and the most that each procedure allows. */
  @For('committee_president', 'hub_officer', 'auditor')
  @Get('load')
  async load(@Query() { month = monthOf(this.clock.now()) }: LoadInput) {
    const most = this.procedures
      .current()
      .flatMap(({ id, committee }) => (committee ? [[id, committee.filesPerRapporteurAndMonth] as const] : []));
    return { month, most: Object.fromEntries(most), items: await this.slots.load(month) };
  }
}
