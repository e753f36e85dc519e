import { lastInstantOf, parseIsoDay } from '@hub/clock';
import {
  type DataOf,
  PermitAmended,
  PermitGranted,
  PermitReinstated,
  PermitRenewed,
  PermitRevoked,
} from '@hub/contracts';
import { isRefusal } from '@hub/decider';
import { inReactionTo, type Log, Reaction, type Received } from '@hub/messaging';
import { Controller, Inject } from '@nestjs/common';
import { awaitResults } from '../reactions/groups.js';
import { awaitResult, followPermit } from './await-result.js';
import { ResultStore } from './result.store.js';

/** Whoever gets a permit owes the public what they find; the obligation follows the permit's people and its end. */
@Controller()
export class AwaitResults {
  constructor(
    @Inject(ResultStore) private readonly results: ResultStore,
    @Inject('hub:log') private readonly log: Log,
  ) {}

  @Reaction(awaitResults, PermitGranted)
  async awaitResultWhenGranted(event: Received<typeof PermitGranted>) {
    const { applicationId, team, baseId } = event.data;
    const command = { applicationId, team, endsAt: endOf(event.data) };
    const outcome = await this.results.execute(awaitResult, baseId, command, inReactionTo(event, awaitResults));
    // Announced again under another id, the results are awaited already.
    if (isRefusal(outcome) && outcome.refused !== 'not-allowed-now') throw new Error(`refused: ${outcome.refused}`);
  }

  @Reaction(awaitResults, PermitAmended)
  whenAmended(event: Received<typeof PermitAmended>) {
    return this.follow(event, { team: event.data.team, endsAt: endOf(event.data) });
  }

  @Reaction(awaitResults, PermitRenewed)
  whenRenewed(event: Received<typeof PermitRenewed>) {
    return this.follow(event, { team: event.data.team, endsAt: endOf(event.data) });
  }

  @Reaction(awaitResults, PermitReinstated)
  whenReinstated(event: Received<typeof PermitReinstated>) {
    return this.follow(event, { team: event.data.team, endsAt: endOf(event.data) });
  }

  @Reaction(awaitResults, PermitRevoked)
  whenRevoked(event: Received<typeof PermitRevoked>) {
    return this.follow(event, { endsAt: event.time.toISOString() });
  }

  private async follow(event: Received, command: Parameters<typeof followPermit.decide>[0]) {
    const outcome = await this.results.execute(followPermit, event.subject, command, inReactionTo(event, awaitResults));
    if (isRefusal(outcome)) this.log.warn({ baseId: event.subject, refused: outcome.refused }, 'no results to follow');
  }
}

const endOf = ({ validUntil }: Pick<DataOf<typeof PermitGranted>, 'validUntil'>): string =>
  lastInstantOf(parseIsoDay(validUntil), 'Europe/Paris').toISOString();
