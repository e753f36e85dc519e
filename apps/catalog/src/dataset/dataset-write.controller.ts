import { isRefusal, refuse } from '@hub/decider';
import { Answers, CommandAnswer, edgeProblem, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Delete, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import type { DatasetDescription } from '../description/dataset-description.js';
import { inputErrors } from '../description/field-errors.js';
import type { Problem } from '../description/json.js';
import { patched, readDescription } from '../description/read-json.js';
import { Importer } from '../import/importer.store.js';
import { SearchStore } from '../search/search.store.js';
import { type DatasetAnswer, DatasetStore } from './dataset.store.js';
import { publishDataset } from './publish-dataset.js';
import { withdrawDataset } from './withdraw-dataset.js';

/** Changes by the holder, on the version they have seen. */
@Controller('catalog/datasets/:id')
export class DatasetWriteController {
  constructor(
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(Importer) private readonly importer: Importer,
    @Inject(SearchStore) private readonly search: SearchStore,
  ) {}

  /** The whole description, tables included, in the catalogue's JSON. */
  @Put()
  @Answers(CommandAnswer)
  replace(@Param('id', ParseUUIDPipe) id: string, @Body() body: unknown, @OrderOnSeen() order: PersonalOrder) {
    return this.describe(id, order, (_current, problems) => readDescription(body, '', problems));
  }

  /** Some properties: each one given replaces the whole property, `null` removes it. */
  @Patch()
  @Answers(CommandAnswer)
  patch(@Param('id', ParseUUIDPipe) id: string, @Body() body: unknown, @OrderOnSeen() order: PersonalOrder) {
    return this.describe(id, order, (current, problems) => patched(current, body, problems));
  }

  @Post('publication')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async publish(@Param('id', ParseUUIDPipe) id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.answer(await this.datasets.execute(publishDataset, id, {}, order, {}));
  }

  /** Withdraws; nothing is deleted. */
  @Delete()
  @HttpCode(200)
  @Answers(CommandAnswer)
  async withdraw(@Param('id', ParseUUIDPipe) id: string, @OrderOnSeen() order: PersonalOrder) {
    return this.answer(await this.datasets.execute(withdrawDataset, id, {}, order, {}));
  }

  private async describe(
    id: string,
    order: PersonalOrder,
    read: (current: DatasetDescription, problems: Problem[]) => DatasetDescription | undefined,
  ) {
    const stored = await this.datasets.read(id, order.actor);
    if (isRefusal(stored) || stored.state.status === 'absent') return refuse('not-found');
    if (this.datasets.allowed(stored.state, order.actor).length === 0) return refuse('forbidden', { by: ['holder'] });
    const problems: Problem[] = [];
    const description = read(stored.state.description, problems);
    if (description === undefined) throw edgeProblem('invalid-input', { errors: inputErrors(problems) });
    return this.answer(await this.importer.describe(description, [], order, id));
  }

  private answer<Answered extends DatasetAnswer | object>(answered: Answered) {
    this.search.forget();
    if (isRefusal(answered)) return answered;
    const { changed: _changed, ...answer } = answered as DatasetAnswer;
    return answer;
  }
}
