import { deepStrictEqual } from 'node:assert/strict';
import type { Actor } from './actor.js';
import { type Aggregate, fold, type Occurrence, type Stateful } from './aggregate.js';
import { isRefusal, type Refusal } from './refusal.js';
import { type AnySlice, type Context, judge, type Slice } from './slice.js';

/** The moment at which stories happen unless they say otherwise: a working Monday. */
export const storyTime = new Date('2026-03-02T09:00:00.000Z');

/**
 * Tells a rule as a story: `tell(aggregate, slices).given(events).when(slice, command, actor).then(events)`.
 * Ids made on the way are `id-1`, `id-2`…
 */
export function tell<State extends Stateful, Event extends Occurrence, Relation extends string>(
  aggregate: Aggregate<State, Event, Relation>,
  slices: readonly AnySlice[],
) {
  return {
    given: (...events: readonly Event[]) => ({
      state: fold(aggregate, events).state,
      when: <Command, Facts, Code extends string>(
        slice: Slice<Command, State, Event, Relation, Facts, Code>,
        command: Command,
        by: { actor: Actor; now?: Date } & Facts,
      ) => {
        let made = 0;
        const context = { now: storyTime, newId: () => `id-${++made}`, ...by } as Context & Facts;
        const { state } = fold(aggregate, events);
        return told(aggregate, state, judge(aggregate, slices, slice, command, state, context));
      },
    }),
  };
}

function told<State extends Stateful, Event extends Occurrence, Relation extends string>(
  aggregate: Aggregate<State, Event, Relation>,
  before: State,
  outcome: readonly Event[] | Refusal,
) {
  return {
    outcome,
    /** The events that follow, to the letter. */
    then(...expected: readonly Event[]): void {
      deepStrictEqual(outcome, expected);
    },
    /** The state after the events that follow. */
    leadsTo(check: (state: State) => void): void {
      if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
      check(fold(aggregate, outcome, { state: before, version: 0 }).state);
    },
    refused(code: string, detail?: Record<string, unknown>): void {
      deepStrictEqual(isRefusal(outcome) ? outcome.refused : outcome, code, `expected the refusal ${code}`);
      if (detail !== undefined) deepStrictEqual((outcome as Refusal).detail, detail);
    },
  };
}
