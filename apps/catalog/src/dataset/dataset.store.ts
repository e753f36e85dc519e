import { type Actor, allowed, Clock, Ids, isRefusal, judge, type Refusal, refuse, type Slice } from '@hub/decider';
import { type Answer, announcement, announceWithin, Database, Journal, type Order } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { CatalogueRefusal } from '../refusals.js';
import { type Dataset, type DatasetEvent, type DatasetRelation, datasets } from './dataset.js';
import { announced } from './dataset.published.js';
import { lastPublished, lockState, readState, type StoredDataset, writeState } from './dataset-rows.store.js';
import { contentKey } from './identity.js';
import { datasetSlices } from './slices.js';

/** What a command answers, and whether it changed anything. */
export type DatasetAnswer = Answer & { readonly changed: boolean };

/**
 * Runs the slices of a dataset on stored state: lock, judge, write; state, search, revision and
 * announcement in one transaction.
 */
@Injectable()
export class DatasetStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Journal) private readonly journal: Journal,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /**
   * The state as the reader may see it: their own as it is; others' as it is or last was published;
   * what was never public is not there.
   */
  async read(id: string, actor?: Actor): Promise<StoredDataset | Refusal<'not-found'>> {
    const stored = await readState(this.database, id);
    const relations = actor ? datasets.relations(stored.state, actor) : [];
    if (stored.version > 0 && relations.includes('holder')) return stored;
    if (stored.state.status === 'absent' || !stored.state.everPublished) return refuse('not-found');
    return stored.state.status === 'withdrawn' ? lastPublished(this.database, id, stored, stored.state) : stored;
  }

  allowed(state: Dataset, actor: Actor): string[] {
    return allowed(datasets, datasetSlices, state, actor);
  }

  async execute<Command, Facts, Code extends CatalogueRefusal>(
    slice: Slice<Command, Dataset, DatasetEvent, DatasetRelation, Facts, Code>,
    id: string,
    command: Command,
    order: Order,
    facts: Facts,
  ): Promise<DatasetAnswer | Refusal<CatalogueRefusal>> {
    const fingerprint = contentKey([slice.name, id, command]);
    const outcome = await this.database.transaction(async (client) => {
      const stored = await lockState(client, id);
      const before = await this.doneBefore(client, order, fingerprint);
      if (before) return before;
      const decided = this.decide(slice, id, command, stored, order, facts);
      if (isRefusal(decided)) return decided;
      const answer = await this.write(client, id, stored, decided, order);
      if (order.once) await this.remember(client, order.once, fingerprint, answer);
      return answer;
    });
    if (!isRefusal(outcome) && outcome.changed) this.journal.committed();
    return outcome;
  }

  private decide<Command, Facts, Code extends CatalogueRefusal>(
    slice: Slice<Command, Dataset, DatasetEvent, DatasetRelation, Facts, Code>,
    id: string,
    command: Command,
    { state, version }: StoredDataset,
    order: Order,
    facts: Facts,
  ): readonly DatasetEvent[] | Refusal<CatalogueRefusal> {
    const context = { ...facts, actor: order.actor, now: this.clock.now(), newId: () => this.ids.next(), id };
    const outcome = judge(datasets, datasetSlices, slice, command, state, context as never);
    const stale = order.expected !== undefined && order.expected !== version;
    if (stale && !(isRefusal(outcome) && ['not-found', 'forbidden'].includes(outcome.refused))) {
      return refuse('stale-version', { expected: order.expected, current: version });
    }
    return outcome;
  }

  private async write(
    client: PoolClient,
    id: string,
    stored: StoredDataset,
    events: readonly DatasetEvent[],
    order: Order,
  ): Promise<DatasetAnswer> {
    let { state, version, announced: count } = stored;
    const at = this.clock.now();
    for (const event of events) {
      state = datasets.evolve(state, event);
      version += 1;
      const news = announced(event, state, id, version);
      // Readers of the topic see one gapless sequence per dataset: drafts do not count in it.
      if (news) {
        count += 1;
        await announceWithin(client, [
          announcement(news, { ...order, eventId: this.ids.next(), subject: id, version: count, at }),
        ]);
      }
    }
    if (events.length > 0)
      await writeState(
        client,
        id,
        { state, version, announced: count },
        { at, actor: order.actor, before: stored.state },
      );
    return { id, version, status: state.status, allowed: this.allowed(state, order.actor), changed: events.length > 0 };
  }

  /** The first answer, if this very order was carried out before. */
  private async doneBefore(
    client: PoolClient,
    { once }: Order,
    fingerprint: string,
  ): Promise<(DatasetAnswer & { changed: false }) | Refusal<CatalogueRefusal> | undefined> {
    if (!once) return undefined;
    const { rows } = await client.query<Receipt>(
      'SELECT fingerprint, answer FROM receipt WHERE scope = $1 AND key = $2',
      [once.scope, once.key],
    );
    const receipt = rows[0];
    if (!receipt) return undefined;
    return receipt.fingerprint === fingerprint
      ? { ...receipt.answer, changed: false }
      : refuse('idempotency-key-reused');
  }

  private async remember(
    client: PoolClient,
    once: { scope: string; key: string },
    fingerprint: string,
    answer: DatasetAnswer,
  ): Promise<void> {
    await client.query('INSERT INTO receipt (scope, key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, $5)', [
      once.scope,
      once.key,
      fingerprint,
      JSON.stringify(answer),
      this.clock.now().toISOString(),
    ]);
  }
}

interface Receipt {
  readonly fingerprint: string;
  readonly answer: DatasetAnswer;
}
