import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Journal } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { commands } from './commands.js';
import { type Result, type ResultEvent, type ResultRelation, result } from './result.js';
import { published } from './result.published.js';
import { rowsOf } from './result.rows.js';

/** The results of each permit, under its base id. */
@Injectable()
export class ResultStore extends AggregateStore<Result, ResultEvent, ResultRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(journal, { clock, ids }, { aggregate: result, slices: commands, published, views: rowsOf });
  }
}
