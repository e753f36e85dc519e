import { Readable } from 'node:stream';
import { Clock, refuse } from '@hub/decider';
import { ApiTags, edgeProblem, OrderOnSeen, type PersonalOrder, Public } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { isOpened } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { Command } from '../command.controller.js';
import { csvLine } from '../csv.js';
import type { Kind } from './kind.js';
import { publishEntry } from './publish-entry.js';
import { PublicationInput, RegisterFilters, RegisterPageInput } from './register.inputs.js';
import { RegisterStore } from './register.store.js';
import { csvCells, csvColumns, historyOf, viewOf } from './register.view.js';
import { type Filters, placeIn, placeText } from './register-query.js';

@ApiTags('register')
@Controller('register')
export class RegisterController {
  constructor(
    @Inject(RegisterStore) private readonly register: RegisterStore,
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Public: applications received, permits, refusals, registrations and results. */
  @Public()
  @Get()
  async page(@Query() { limit, after, ...filters }: RegisterPageInput) {
    const place = after === undefined ? undefined : (placeIn(after) ?? unknownPlace());
    const rows = await this.register.page(filters, limit + 1, place);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map((row) => viewOf(row, this.clock.now())),
      next: more ? placeText({ receivedAt: last.received_at.toISOString(), id: last.id }) : null,
    };
  }

  @Public()
  @Get('export.csv')
  asCsv(@Query() filters: RegisterFilters) {
    return download(this.csvLines(filters), 'text/csv; charset=utf-8', 'register.csv');
  }

  @Public()
  @Get('export.json')
  asJson(@Query() filters: RegisterFilters) {
    return download(this.jsonParts(filters), 'application/json', 'register.json');
  }

  @Public()
  @Get(':id')
  async read(@Param('id') id: string) {
    const row = await this.register.entryOf(id);
    if (!row) return refuse('not-found');
    return { ...viewOf(row, this.clock.now()), history: historyOf(await this.register.historyOf(id)) };
  }

  /** The officer’s texts for the public: first at the reception, then with the decision; again, to correct. */
  @Command(':id/publication')
  async publish(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() texts: PublicationInput) {
    const row = await this.register.entryOf(id);
    if (!row) return refuse('not-found');
    const caseId = this.cases.idFor(id);
    const { state } = await this.cases.load(caseId);
    if (!isOpened(state)) return refuse('not-found');
    const facts = { caseId, state, kind: row.kind as Kind, summaryConfidential: row.summary_confidential };
    return this.register.execute(publishEntry, id, texts, order, facts);
  }

  private async *csvLines(filters: Filters) {
    yield csvLine(csvColumns);
    for await (const row of this.register.all(filters)) yield csvLine(csvCells(viewOf(row, this.clock.now())));
  }

  private async *jsonParts(filters: Filters) {
    let before = '[';
    for await (const row of this.register.all(filters)) {
      yield `${before}${JSON.stringify(viewOf(row, this.clock.now()))}`;
      before = ',\n';
    }
    yield before === '[' ? '[]' : ']';
  }
}

const download = (parts: AsyncIterable<string>, type: string, filename: string) =>
  new StreamableFile(Readable.from(parts, { objectMode: false }), {
    type,
    disposition: `attachment; filename="${filename}"`,
  });

function unknownPlace(): never {
  throw edgeProblem('invalid-input', {
    errors: [
      {
        field: 'after',
        code: 'unknown-place',
        en: 'Use next of the page before, as it is.',
        fr: 'Utilisez next de la page précédente, tel quel.',
      },
    ],
  });
}
