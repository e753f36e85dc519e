import { Clock, isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, Public } from '@hub/http-edge';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { reviewCase } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { csvLine } from '../csv.js';
import { activityColumns, activityLine, activityReport } from './activity-report.js';
import { delayColumns, delayLines, delayReport, fewestCases } from './delay-report.js';
import { DelayStore } from './delays.store.js';
import { ActivityInput, DelaysInput } from './reports.inputs.js';
import { daysPerParty, spansOf, tenths } from './turns.js';

const csv = 'text/csv; charset=utf-8';

@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    @Inject(DelayStore) private readonly store: DelayStore,
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who has had the case for how long: for those who see it. */
  @Get('cases/:id/delays')
  async ofCase(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.cases.read(id, person);
    if (isRefusal(found)) return found;
    const you = reviewCase.relations(found.state, person);
    if (you.every((relation) => relation === 'undeclared')) return refuse('forbidden', { by: ['member'] });
    const { turns, accessAt } = await this.store.turnsOf(id);
    const spans = spansOf(turns);
    const parties = daysPerParty(spans, this.clock.now());
    return {
      caseId: id,
      asOf: this.clock.now().toISOString(),
      grossDays: tenths(parties.reduce((sum, { days }) => sum + days, 0)),
      turn: turns.at(-1)?.party ?? null,
      accessAt,
      parties,
      spans,
    };
  }

  /** Public: median and 90th percentile in days, by procedure and month of the end. */
  @Public()
  @Get('reports/delays')
  async delays(@Query() input: DelaysInput) {
    return { fewestCases, unit: 'days', ...delayReport(await this.store.delays(input)) };
  }

  @Public()
  @Get('reports/delays.csv')
  @Header('content-type', csv)
  @Header('content-disposition', 'attachment; filename="delays.csv"')
  async delaysAsCsv(@Query() input: DelaysInput) {
    const { cells } = delayReport(await this.store.delays(input));
    return [delayColumns, ...cells.flatMap(delayLines)].map(csvLine).join('');
  }

  /** Public: applications, permits, refusals and waiting times (Regulation (EU) 2025/327, art. 59). */
  @Public()
  @Get('reports/activity')
  async activity(@Query() { per }: ActivityInput) {
    return { fewestCases, per, items: activityReport(await this.store.activity(per)) };
  }

  @Public()
  @Get('reports/activity.csv')
  @Header('content-type', csv)
  @Header('content-disposition', 'attachment; filename="activity.csv"')
  async activityAsCsv(@Query() { per }: ActivityInput) {
    const lines = activityReport(await this.store.activity(per)).map(activityLine);
    return [activityColumns, ...lines].map(csvLine).join('');
  }
}
