import type { AnySlice } from '@hub/decider';
import type { Who } from '../review-under-test.js';
import type { LaterStandings } from './later-standings.js';
import type { Thing } from './standings.js';

/** What an order says: the same for both, or by who gives it, what they have seen, and where. */
export type Body = object | ((who: Who, seen: Record<string, any>, on: Thing) => object);

/** A command that decides, two who give it at once, where, and on what. */
export type GivenByTwo = readonly [
  command: AnySlice,
  who: readonly [Who, Who],
  path: string,
  body: Body,
  at: (standings: LaterStandings) => Promise<Thing>,
];
