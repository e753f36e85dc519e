import { type Refusal, refuse } from '@hub/decider';
import { type ClockName, clockOf } from '@hub/procedures';
import { dueInstant, isPast } from '../clocks/running.js';
import type { CaseFile } from './case.js';

/**
 * After the limit its silence stands in law, even in the seconds before the worker records it:
 * nobody can slip in a decision in between. Where the silence decides nothing, the act is late and still awaited.
 */
export const timeIsUp = (file: CaseFile, clock: ClockName, now: Date): Refusal<'time-is-up'> | undefined =>
  isPast(file.clocks, clock, now) && clockOf(file.procedure, clock).onSilence !== 'OVERDUE'
    ? refuse('time-is-up', { dueAt: dueInstant(file.clocks, clock) })
    : undefined;

/** A clock's own order counts only for the very end it was set to. */
export const isNotDue = (
  file: CaseFile,
  clock: ClockName,
  dueAt: string,
  now: Date,
): Refusal<'clock-not-due'> | undefined =>
  dueInstant(file.clocks, clock) === dueAt && isPast(file.clocks, clock, now)
    ? undefined
    : refuse('clock-not-due', { clock, dueAt });
