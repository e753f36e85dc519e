import type { Aggregate, AnySlice, Clock, Ids, Occurrence, Stateful } from '@hub/decider';
import type { Announceable } from './announcement.js';
import type { ViewChange } from './journal.js';

export interface StoreDefinition<State extends Stateful, Event extends Occurrence, Relation extends string> {
  readonly aggregate: Aggregate<State, Event, Relation>;
  readonly slices: readonly AnySlice[];
  /** What nobody's decision depends on, as a reminder: it does not make stale what they have seen. */
  readonly undisturbedBy?: readonly Event['type'][];
  /** What others are told of an event: exactly one announcement each, so that versions stay gapless for readers. */
  published(event: Event, state: State, id: string): Announceable;
  /** The changes to the service's own views. */
  views?(change: ViewInput<State, Event>): readonly ViewChange[];
}

export interface ViewInput<State, Event> {
  readonly id: string;
  readonly before: State;
  readonly state: State;
  readonly version: number;
  readonly events: readonly Event[];
  readonly at: Date;
}

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
}
