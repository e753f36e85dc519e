import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Journal } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Application, ApplicationEvent, Relation } from '../application/application.js';
import { published } from '../application/application.published.js';
import { views } from '../application/application.store.js';
import { commands } from '../application/commands.js';
import { applicationBorne } from './bearer.js';

/** Applications as the bearer of an invitation's secret reaches them: to accept it, and for nothing else. */
@Injectable()
export class BearerStore extends AggregateStore<Application, ApplicationEvent, Relation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(journal, { clock, ids }, { aggregate: applicationBorne, slices: commands, published, views });
  }
}
