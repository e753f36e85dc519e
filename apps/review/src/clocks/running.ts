import { type Clock, dueOf, extend, isOverdue, type Limit, openPause, pause, resume, startClock } from '@hub/clock';
import { type ClockName, clockOf, clocksOfPhase, isInternal, type PhaseName, type Procedure } from '@hub/procedures';

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

/** The clocks that a phase begins with; `limit` takes the place of its own clock's in an urgent case. */
export function begunWith(procedure: Procedure, phase: PhaseName, at: Date, limit?: Limit): Clocks {
  return clocksOfPhase(procedure, phase).reduce<Clocks>(
    (clocks, name) =>
      started(clocks, name, at, (isInternal(name) ? undefined : limit) ?? clockOf(procedure, name).limit),
    {},
  );
}

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
    // One that is over cannot stand still: it stays overdue, and asking does not begin it again.
    if (paused) next = { ...next, [name]: paused.ok ? paused.clock : clock };
  }
  return started(next, 'INFORMATION', at, clockOf(procedure, 'INFORMATION').limit);
}

/** The clocks once the answer is there: what stood still goes on, what was dropped begins again. */
export function answered(clocks: Clocks, phase: PhaseName, procedure: Procedure, at: Date): Clocks {
  return clocksOfPhase(procedure, phase).reduce<Clocks>(
    (others, name) => goingOn(others, name, clockOf(procedure, name).limit, at),
    stopped(clocks, 'INFORMATION'),
  );
}

function goingOn(clocks: Clocks, name: ClockName, limit: Limit, at: Date): Clocks {
  const held = clocks[name];
  if (!held) return started(clocks, name, at, limit);
  // Two services' clocks may differ by a little: an answer is never earlier than its question.
  const pausedFrom = Date.parse(openPause(held)?.from ?? held.startedAt);
  const resumed = resume(held, new Date(Math.max(at.getTime(), pausedFrom)));
  return resumed.ok ? { ...clocks, [name]: resumed.clock } : clocks;
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

/** The earliest end of a limit of the law that passed while the act is still awaited. */
export const missedSince = (clocks: Clocks): string | undefined =>
  entries(clocks)
    .flatMap(([name, { missed }]) => (missed && !isInternal(name) && dueInstant(clocks, name)) || [])
    .sort()[0];

export const entries = (clocks: Clocks): [ClockName, RunningClock][] =>
  Object.entries(clocks) as [ClockName, RunningClock][];
