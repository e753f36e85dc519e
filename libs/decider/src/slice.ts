import type { Actor } from './actor.js';
import type { Aggregate, Occurrence, Stateful } from './aggregate.js';
import { type CommonCode, isRefusal, type Refusal, refuse } from './refusal.js';

/** What a rule may know besides the command and the state. */
export interface Context {
  readonly actor: Actor;
  readonly now: Date;
  newId(): string;
}

/** One use case: who may order it, in which states, and what follows. */
export interface Slice<
  Command,
  State extends Stateful,
  Event extends Occurrence,
  Relation extends string = string,
  Facts = unknown,
  Code extends string = string,
> {
  readonly name: string;
  readonly by: readonly Relation[];
  readonly in: readonly State['status'][];
  /** What may have happened since the caller looked, without making it another thing that they decide on. */
  readonly undisturbedBy?: readonly Event['type'][];
  /** Where relation and status do not tell whether the command makes sense now: a button is shown only where this holds. */
  offered?(state: State, actor: Actor): boolean;
  decide(command: Command, state: State, context: Context & Facts): readonly Event[] | Refusal<Code>;
}

/** The members of a state union that can have one of these statuses, narrowed to them. */
export type InStatus<State extends Stateful, In> = State extends unknown
  ? Extract<State['status'], In> extends never
    ? never
    : State & { readonly status: Extract<State['status'], In> }
  : never;

/**
 * Makes slices of one aggregate, so that a slice's file names only what is its own.
 * Inside `decide` the state is narrowed to the states listed under `in`.
 */
export function slicesOf<
  State extends Stateful,
  Event extends Occurrence,
  Relation extends string,
  Code extends string,
>() {
  return function slice<Command, const In extends State['status'], Facts = unknown>(definition: {
    name: string;
    by: readonly Relation[];
    in: readonly In[];
    undisturbedBy?: readonly Event['type'][];
    offered?(state: InStatus<State, In>, actor: Actor): boolean;
    decide(command: Command, state: InStatus<State, In>, context: Context & Facts): readonly Event[] | Refusal<Code>;
  }): Slice<Command, State, Event, Relation, Facts, Code> {
    // The cast is safe: `judge` calls `decide` only in the states listed under `in`.
    return definition as unknown as Slice<Command, State, Event, Relation, Facts, Code>;
  };
}

/** Slices of different commands in one list. */
// biome-ignore lint/suspicious/noExplicitAny: a list of slices differs in commands and facts
export type AnySlice = Slice<any, any, any, any, any, any>;

/** The names of the commands that would pass authorisation now and make sense: a button exists exactly for these. */
export function allowed<State extends Stateful, Event extends Occurrence, Relation extends string>(
  aggregate: Aggregate<State, Event, Relation>,
  slices: readonly AnySlice[],
  state: State,
  actor: Actor,
): string[] {
  const relations = aggregate.relations(state, actor);
  return slices
    .filter((slice) => slice.in.includes(state.status) && isOneOf(slice.by, relations))
    .filter((slice) => slice.offered?.(state, actor) ?? true)
    .map((slice) => slice.name);
}

/** Authorises, then decides. Existence is hidden from whom the aggregate is nothing to. */
export function judge<
  Command,
  State extends Stateful,
  Event extends Occurrence,
  Relation extends string,
  Facts,
  Code extends string,
>(
  aggregate: Aggregate<State, Event, Relation>,
  slices: readonly AnySlice[],
  slice: Slice<Command, State, Event, Relation, Facts, Code>,
  command: Command,
  state: State,
  context: Context & Facts,
): readonly Event[] | Refusal<Code | CommonCode> {
  const relations = aggregate.relations(state, context.actor);
  const absent = state.status === aggregate.initial.status && !slice.in.includes(state.status);
  if (absent || (relations.length === 0 && state.status !== aggregate.initial.status)) {
    return refuse('not-found');
  }
  if (!isOneOf(slice.by, relations)) return refuse('forbidden', { by: slice.by });
  if (!slice.in.includes(state.status)) {
    return refuse('not-allowed-now', {
      status: state.status,
      allowed: allowed(aggregate, slices, state, context.actor),
    });
  }
  return slice.decide(command, state, context);
}

/** The first refusal of a list of rules, each named as its sentence. */
export function firstRefusal<Code extends string>(
  ...rules: readonly (Refusal<Code> | undefined)[]
): Refusal<Code> | undefined {
  return rules.find(isRefusal);
}

const isOneOf = (wanted: readonly string[], had: readonly string[]): boolean =>
  wanted.some((relation) => had.includes(relation));
