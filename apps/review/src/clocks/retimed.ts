import type { Limit } from '@hub/clock';
import { clocksOfPhase, type PhaseName, type Procedure, phaseOf } from '@hub/procedures';
import { type Clocks, entries, isPast, type RunningClock, stopped } from './running.js';

interface Timed {
  readonly clocks: Clocks;
  readonly procedure: Procedure;
  readonly openedAt: string;
  readonly requests: readonly { readonly phase: PhaseName; readonly askedAt: string; readonly answeredAt?: string }[];
}

/**
 * The clocks of a phase as they had run, had the case been under `to` when it came to the phase: from the same
 * instant, standing still for the same pauses, extended as often as `to` lets them be and by as much. What the
 * applicant was given to answer in stays as it was told.
 */
export function retimed(timed: Timed, phase: PhaseName, to: Procedure, now: Date): Clocks {
  const asked = timed.clocks.INFORMATION;
  const others = stopped(timed.clocks, 'INFORMATION');
  const began = beginOf(timed, phase);
  const names = [...new Set([...entries(others).map(([name]) => name), ...clocksOfPhase(to, phase)])];
  const clocks = names.flatMap((name) => {
    const limit = to.clocks[name]?.limit;
    if (!limit) return [];
    const clock = others[name];
    const { missed: _shown, ...running } = clock ? underLimit(clock, limit) : { ...began, limit, extensions: [] };
    const next: RunningClock = running;
    // It was announced as overdue; an end that passed in the meantime is announced when its row comes due.
    return [[name, clock?.missed && isPast({ [name]: next }, name, now) ? { ...next, missed: true } : next] as const];
  });
  return { ...Object.fromEntries(clocks), ...(asked && { INFORMATION: asked }) };
}

/** Its extensions as many and as long as the other limit has them. */
function underLimit(clock: RunningClock, limit: Limit): RunningClock {
  const { extension } = limit;
  const kept = extension ? clock.extensions.slice(0, extension.atMost) : [];
  return { ...clock, limit, extensions: kept.map(({ at }) => ({ at, length: extension?.length ?? limit.length })) };
}

/** When a limit that the case did not have would have begun: with the phase's own, or with the case. */
function beginOf({ clocks, procedure, openedAt, requests }: Timed, phase: PhaseName) {
  const own = phaseOf(procedure, phase)?.clock;
  const pauses = requests
    .filter((request) => request.phase === phase)
    .map(({ askedAt, answeredAt }) => ({ from: askedAt, ...(answeredAt !== undefined && { to: answeredAt }) }));
  return { startedAt: (own && clocks[own]?.startedAt) ?? openedAt, pauses };
}
