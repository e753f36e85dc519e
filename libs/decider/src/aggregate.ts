import type { Actor } from './actor.js';

/** Every state says which one it is; `ABSENT` is the state before the first event. */
export interface Stateful {
  readonly status: string;
}

/** Every event says what happened. */
export interface Occurrence {
  readonly type: string;
}

/**
 * A thing that decides: its states, how facts change them, and what an actor is to it.
 *
 * `evolve` never judges: past facts stand. `relations` answers what the actor is to this very thing
 * (lead, rapporteur, officer…); an empty answer means that the actor must not even learn that it exists.
 */
export interface Aggregate<State extends Stateful, Event extends Occurrence, Relation extends string> {
  readonly name: string;
  readonly initial: State;
  evolve(state: State, event: Event): State;
  relations(state: State, actor: Actor): readonly Relation[];
}

/** A state together with the number of events that led to it. */
export interface Versioned<State> {
  readonly state: State;
  readonly version: number;
}

export function fold<State extends Stateful, Event extends Occurrence>(
  aggregate: Pick<Aggregate<State, Event, never>, 'initial' | 'evolve'>,
  events: readonly Event[],
  from: Versioned<State> = { state: aggregate.initial, version: 0 },
): Versioned<State> {
  const state = events.reduce((current, event) => aggregate.evolve(current, event), from.state);
  return { state, version: from.version + events.length };
}
