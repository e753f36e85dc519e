import {
  type Actor,
  type AnySlice,
  actorId,
  allowed,
  type CommonCode,
  fold,
  isRefusal,
  judge,
  type Occurrence,
  type Refusal,
  refuse,
  type Slice,
  type Stateful,
  type Versioned,
} from '@hub/decider';
import { announcement } from './announcement.js';
import type { Journal, Receipt, Recorded } from './journal.js';
import { type Answer, fingerprintOf, type Order } from './order.js';
import { StateCache } from './state-cache.js';
import type { Ports, StoreDefinition } from './store-definition.js';

/** More than people act on one thing at the same instant, as members who vote. */
const attempts = 50;

/** Runs the slices of one aggregate: load, judge, append. */
export class AggregateStore<State extends Stateful, Event extends Occurrence, Relation extends string> {
  private readonly cache: StateCache<State>;

  constructor(
    protected readonly journal: Journal,
    protected readonly ports: Ports,
    private readonly definition: StoreDefinition<State, Event, Relation>,
  ) {
    this.cache = new StateCache(definition.aggregate.initial);
  }

  /** The present state; version 0 where nothing has happened. */
  async load(id: string): Promise<Versioned<State>> {
    const known = this.cache.get(id);
    const tail = await this.journal.load<Event>(this.stream(id), known.version);
    if (tail.length === 0) return known;
    const current = fold(this.definition.aggregate, tail, known);
    this.cache.set(id, current);
    return current;
  }

  /** Everything that happened, with who did it and when. */
  recorded(id: string): Promise<Recorded<Event>[]> {
    return this.journal.history<Event>(this.stream(id));
  }

  /** The commands that the actor may give now. */
  allowed(state: State, actor: Actor): string[] {
    return allowed(this.definition.aggregate, this.definition.slices, state, actor);
  }

  /** What the rules of any command must know besides a state; asked for each attempt, since the next has another state. */
  protected async factsOn(_state: State): Promise<object | undefined> {
    return undefined;
  }

  /** The present state, if it is anything to the actor. */
  async read(id: string, actor: Actor): Promise<Versioned<State> | Refusal<'not-found'>> {
    const current = await this.load(id);
    const visible = this.definition.aggregate.relations(current.state, actor).length > 0;
    return current.version > 0 && visible ? current : refuse('not-found');
  }

  /**
   * Gives a command. A state remembered from the last append may be stale when another process decided in
   * between: an append on it conflicts, and a refusal on it is checked against the stored events before it is given.
   */
  async execute<Command, Facts, Code extends string>(
    slice: Slice<Command, State, Event, Relation, Facts, Code>,
    id: string,
    command: Command,
    order: Order,
    facts?: Facts,
  ): Promise<Answer | Refusal<Code | CommonCode>> {
    const fingerprint = order.once ? fingerprintOf(slice.name, id, command) : '';
    let current = this.cache.has(id) ? this.cache.get(id) : await this.load(id);
    let { expected } = order;
    for (let attempt = 1; ; ) {
      const known = { ...facts, ...(await this.factsOn(current.state)) } as Facts;
      const outcome = this.decide(slice, id, command, current, { ...order, expected }, known);
      if (isRefusal(outcome)) {
        const fresh = await this.load(id);
        const same = fresh.version === current.version;
        const undisturbed =
          same && outcome.refused === 'stale-version' && (await this.undisturbed(slice, id, expected));
        if (same && !undisturbed) return (await this.doneBefore(order, fingerprint)) ?? outcome;
        if (undisturbed) expected = fresh.version;
        current = fresh;
        continue;
      }
      const appended = await this.append(id, current, outcome, order, fingerprint);
      if (appended === 'already-done') return (await this.doneBefore(order, fingerprint)) as Answer;
      if (appended !== 'conflict') return appended;
      if (++attempt > attempts) throw new Error(`no peace on ${this.stream(id)} after ${attempts} attempts`);
      current = await this.load(id);
    }
  }

  /** Whether nothing happened since the caller looked but what makes no difference to them. */
  private async undisturbed(
    { undisturbedBy = [] }: Pick<AnySlice, 'undisturbedBy'>,
    id: string,
    seen = 0,
  ): Promise<boolean> {
    const none: readonly string[] = [...undisturbedBy, ...(this.definition.undisturbedBy ?? [])];
    if (none.length === 0) return false;
    const since = await this.journal.load<Event>(this.stream(id), seen);
    return since.length > 0 && since.every(({ type }) => none.includes(type));
  }

  private decide<Command, Facts, Code extends string>(
    slice: Slice<Command, State, Event, Relation, Facts, Code>,
    id: string,
    command: Command,
    { state, version }: Versioned<State>,
    order: Order,
    facts: Facts,
  ): readonly Event[] | Refusal<Code | CommonCode> {
    const context = {
      ...facts,
      actor: order.actor,
      now: this.ports.clock.now(),
      newId: () => this.ports.ids.next(),
      id,
    };
    const { aggregate, slices } = this.definition;
    const outcome = judge(aggregate, slices, slice, command, state, context as never);
    const stale = order.expected !== undefined && order.expected !== version;
    // Who may not see the thing learns nothing of its version; otherwise a stale view explains any other refusal.
    if (stale && !(isRefusal(outcome) && ['not-found', 'forbidden'].includes(outcome.refused))) {
      return refuse('stale-version', { expected: order.expected, current: version });
    }
    return outcome;
  }

  private async append(
    id: string,
    current: Versioned<State>,
    events: readonly Event[],
    order: Order,
    fingerprint: string,
  ): Promise<Answer | 'conflict' | 'already-done'> {
    const { aggregate } = this.definition;
    const at = this.ports.clock.now();
    const next = fold(aggregate, events, current);
    const answer: Answer = {
      id,
      version: next.version,
      status: next.state.status,
      allowed: this.allowed(next.state, order.actor),
    };
    if (events.length === 0 && !order.once) return answer;
    const receipt: Receipt | undefined = order.once && { ...order.once, fingerprint, answer };
    const change = { id, before: current.state, state: next.state, version: next.version, events, at };
    const result = await this.journal.append({
      stream: this.stream(id),
      expected: current.version,
      events,
      meta: { actor: actorId(order.actor), correlationId: order.correlationId, causationId: order.causationId },
      at,
      announcements: this.announce(id, current, events, order, at),
      views: events.length > 0 ? (this.definition.views?.(change) ?? []) : [],
      receipt,
    });
    if (result === 'appended') this.cache.set(id, next);
    return result === 'appended' ? answer : result;
  }

  private announce(id: string, from: Versioned<State>, events: readonly Event[], order: Order, at: Date) {
    let current = from;
    return events.map((event) => {
      current = fold(this.definition.aggregate, [event], current);
      return announcement(this.definition.published(event, current.state, id), {
        ...order,
        eventId: this.ports.ids.next(),
        subject: id,
        version: current.version,
        at,
      });
    });
  }

  /** The first answer, if this very order was carried out before. */
  private async doneBefore(order: Order, fingerprint: string): Promise<Answer | Refusal<CommonCode> | undefined> {
    if (!order.once) return undefined;
    const receipt = await this.journal.receipt(order.once.scope, order.once.key);
    if (!receipt) return undefined;
    return receipt.fingerprint === fingerprint ? (receipt.answer as Answer) : refuse('idempotency-key-reused');
  }

  private stream(id: string): string {
    return `${this.definition.aggregate.name}/${id}`;
  }
}
