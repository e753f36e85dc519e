import { type Clock, dueOf, extend, isOverdue, type Limit, openPause, pause, resume, startClock } from '@hub/clock';
import { type ClockName, clockOf, type Procedure } from '@hub/procedures';

/**
 * A limit that runs on a case. `missed`: it ended and silence decided nothing, so it still shows. `remindedAt`: when
 * whoever must act was last told that it ends soon.
 */
export type RunningClock = Clock & { readonly missed?: true; readonly remindedAt?: string };

export type Clocks = Readonly<Partial<Record<ClockName, RunningClock>>>;

export const started = (clocks: Clocks, name: ClockName, at: Date, limit: Limit): Clocks => ({
  ...clocks,
  [name]: startClock(at, limit),
});

export function stopped(clocks: Clocks, name: ClockName): Clocks {
  const { [name]: _stopped, ...others } = clocks;
  return others;
}

export const missed = (clocks: Clocks, name: ClockName): Clocks =>
  clocks[name] ? { ...clocks, [name]: { ...clocks[name], missed: true } } : clocks;

export const reminded = (clocks: Clocks, name: ClockName, at: string): Clocks =>
  clocks[name] ? { ...clocks, [name]: { ...clocks[name], remindedAt: at } } : clocks;

/** The clocks while the applicant has the word: the asking phase's own stands still or is dropped, theirs runs. */
export function awaiting(clocks: Clocks, procedure: Procedure, at: Date): Clocks {
  let next: Clocks = {};
  for (const [name, clock] of entries(clocks)) {
    const { duringInformationRequest: then } = clockOf(procedure, name);
    if (then === 'RUNS_ON') next = { ...next, [name]: clock };
    const paused = then === 'PAUSES' ? pause(clock, at) : undefined;
    if (paused?.ok) next = { ...next, [name]: paused.clock };
  }
  return started(next, 'INFORMATION', at, clockOf(procedure, 'INFORMATION').limit);
}

/** The clocks once the answer is there: what stood still goes on, what was dropped begins again. */
export function answered(clocks: Clocks, phaseClock: ClockName | undefined, procedure: Procedure, at: Date): Clocks {
  const others = stopped(clocks, 'INFORMATION');
  if (!phaseClock) return others;
  const held = others[phaseClock];
  if (!held) return started(others, phaseClock, at, clockOf(procedure, phaseClock).limit);
  // Two services' clocks may differ by a little: an answer is never earlier than its question.
  const pausedFrom = Date.parse(openPause(held)?.from ?? held.startedAt);
  const resumed = resume(held, new Date(Math.max(at.getTime(), pausedFrom)));
  return resumed.ok ? { ...others, [phaseClock]: resumed.clock } : others;
}

export function extended(
  clocks: Clocks,
  name: ClockName,
  at: Date,
): Clocks | 'extended-already' | 'not-extendable' | 'time-is-up' {
  const clock = clocks[name];
  const change = clock && extend(clock, at);
  if (!change) return 'not-extendable';
  if (change.ok) return { ...clocks, [name]: change.clock };
  if (change.why === 'extensions-exhausted') return 'extended-already';
  return change.why === 'overdue' ? 'time-is-up' : 'not-extendable';
}

/** The end of a running clock; absent while it stands still. */
export const dueInstant = (clocks: Clocks, name: ClockName): string | undefined => {
  const clock = clocks[name];
  return clock && dueOf(clock)?.toISOString();
};

/** An end that must exist, since the clock has just been started. */
export function knownDue(clocks: Clocks, name: ClockName): string {
  const due = dueInstant(clocks, name);
  if (!due) throw new Error(`the clock ${name} does not run`);
  return due;
}

/** Whether silence has already had its effect in law, even if the worker has not recorded it yet. */
export const isPast = (clocks: Clocks, name: ClockName, now: Date): boolean => {
  const clock = clocks[name];
  return clock !== undefined && isOverdue(clock, now);
};

/** What a worker must wait for: every clock that runs, has not ended yet, and at whose end something follows. */
export const awaited = (clocks: Clocks, procedure: Procedure): { name: ClockName; dueAt: string }[] =>
  entries(clocks).flatMap(([name, clock]) => {
    const due = clock.missed || clockOf(procedure, name).onSilence === 'CLOSED' ? null : dueOf(clock);
    return due ? [{ name, dueAt: due.toISOString() }] : [];
  });

/** The earliest end that passed while the act is still awaited. */
export const missedSince = (clocks: Clocks): string | undefined =>
  entries(clocks)
    .flatMap(([name, { missed }]) => (missed && dueInstant(clocks, name)) || [])
    .sort()[0];

export const entries = (clocks: Clocks): [ClockName, RunningClock][] =>
  Object.entries(clocks) as [ClockName, RunningClock][];
