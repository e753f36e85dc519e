import { type Party, type Procedure, Procedures, phaseOf } from '@hub/procedures';
import type { CaseEvent } from '../case/case.events.js';
import { type Case, isOpened, phaseReached, reviewCaseUnder } from '../case/case.js';

/** From `at` on it is this party's turn to act; nobody's once the case is closed. */
export interface Turn {
  readonly at: string;
  readonly party: Party | null;
}

export interface Span {
  readonly party: Party;
  readonly from: string;
  /** Absent while it lasts. */
  readonly until?: string;
}

/** Who must act: the phase's party as its procedure declares it; the applicant while information is awaited. */
export function partyOf(state: Case): Party | null {
  if (!isOpened(state)) return null;
  if (state.status === 'AWAITING_ADDITIONAL_INFORMATION') return 'applicant';
  const { procedure } = state.file;
  const phase = phaseReached(state);
  return state.status === phase ? (phaseOf(procedure, phase)?.party ?? null) : null;
}

export interface Change {
  readonly before: Case;
  readonly procedure: Procedure;
  /** The version of the first of the events. */
  readonly first: number;
  readonly events: readonly CaseEvent[];
  readonly at: Date;
}

/** The turns that some events begin, each with the version of its event. An event that carries its instant began then. */
export function turnsIn({ before, procedure, first, events, at }: Change): (Turn & { readonly version: number })[] {
  const { evolve } = reviewCaseUnder(new Procedures([procedure]));
  let state = before;
  return events.flatMap((event, index) => {
    const previous = partyOf(state);
    state = evolve(state, event);
    const party = partyOf(state);
    const began = 'at' in event ? event.at : at.toISOString();
    return party === previous ? [] : [{ at: began, party, version: first + index }];
  });
}

/** Turns one after another as spans of time. One that is said to have begun before the last is taken to begin with it. */
export function spansOf(turns: readonly Turn[]): Span[] {
  const began: string[] = [];
  for (const { at } of turns) began.push(laterOf(began.at(-1), at));
  return turns.flatMap(({ party }, index) => {
    const [from, until] = [began[index], began[index + 1]];
    return party === null || from === undefined ? [] : [{ party, from, ...(until !== undefined && { until }) }];
  });
}

const laterOf = (last: string | undefined, next: string): string =>
  last !== undefined && Date.parse(last) > Date.parse(next) ? last : next;

export const day = 86_400_000;

/** Days per party; a span that lasts still counts up to `now`. */
export function daysPerParty(spans: readonly Span[], now: Date): { party: Party; days: number }[] {
  const sums = new Map<Party, number>();
  for (const { party, from, until } of spans) {
    const ms = (until === undefined ? now.getTime() : Date.parse(until)) - Date.parse(from);
    sums.set(party, (sums.get(party) ?? 0) + ms / day);
  }
  return [...sums].map(([party, days]) => ({ party, days: tenths(days) }));
}

export const tenths = (days: number): number => Math.round(days * 10) / 10;
