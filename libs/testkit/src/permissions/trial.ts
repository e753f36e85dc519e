import { type Aggregate, type AnySlice, fold, isRefusal, judge, type Occurrence, type Stateful } from '@hub/decider';
import type { People } from './everybody.js';

/** What leads to every state of an aggregate; several histories of one state bear names. A state without one does not compile. */
export type Histories<State extends Stateful, Event> = {
  readonly [Status in State['status']]: readonly Event[] | Readonly<Record<string, readonly Event[]>>;
};

export interface Scene<State> {
  readonly status: string;
  /** Of the history, where its state has several. */
  readonly name?: string;
  readonly state: State;
  readonly version: number;
  readonly events: readonly Occurrence[];
}

export interface Tried<State extends Stateful, Event extends Occurrence, Relation extends string> {
  readonly aggregate: Aggregate<State, Event, Relation>;
  readonly commands: readonly AnySlice[];
  readonly histories: Histories<State, Event>;
  readonly people: People;
}

export type Outcome = 'may' | 'not-found' | 'forbidden' | 'not-allowed-now';

export interface Trial<State> {
  readonly command: string;
  readonly scene: Scene<State>;
  readonly person: string;
  readonly outcome: Outcome;
}

/** The states that the histories lead to; each must lead where it says. */
export function scenesOf<State extends Stateful, Event extends Occurrence>(
  aggregate: Aggregate<State, Event, string>,
  histories: Histories<State, Event>,
): Scene<State>[] {
  const told = Object.entries<readonly Event[] | Readonly<Record<string, readonly Event[]>>>(histories);
  return told.flatMap(([status, history]) => {
    const named = Array.isArray(history)
      ? [[undefined, history as readonly Event[]] as const]
      : Object.entries(history);
    return named.map(([name, events]) => {
      const { state, version } = fold(aggregate, events);
      if (state.status !== status) throw new Error(`the history of ${status} ${name ?? ''} leads to ${state.status}`);
      return { status, state, version, events, ...(name !== undefined && { name }) };
    });
  });
}

/** Every command in every state by everybody, authorised as if the rule itself had nothing to say. */
export function trialsOf<State extends Stateful, Event extends Occurrence, Relation extends string>(
  { aggregate, commands, people }: Omit<Tried<State, Event, Relation>, 'histories'>,
  scenes: readonly Scene<State>[],
): Trial<State>[] {
  return commands.flatMap((slice) =>
    scenes.flatMap((scene) =>
      Object.entries(people).map(([person, actor]) => {
        const context = { actor, now: new Date(0), newId: () => '' };
        const judged = judge(aggregate, commands, { ...slice, decide: () => [] } as AnySlice, {}, scene.state, context);
        const outcome = (isRefusal(judged) ? judged.refused : 'may') as Outcome;
        return { command: slice.name, scene, person, outcome };
      }),
    ),
  );
}

/** A relation that nobody tried has is a relation that the table says nothing of. */
export function relationsUntried<State extends Stateful, Event extends Occurrence, Relation extends string>(
  { aggregate, commands, people }: Omit<Tried<State, Event, Relation>, 'histories'>,
  scenes: readonly Scene<State>[],
): string[] {
  const had = scenes.flatMap(({ state }) =>
    Object.values(people).flatMap((actor) => aggregate.relations(state, actor)),
  );
  const asked = new Set(commands.flatMap(({ by }) => by as readonly Relation[]));
  return [...asked].filter((relation) => !had.includes(relation));
}
