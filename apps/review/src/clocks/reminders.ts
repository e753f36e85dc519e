import { clockOf, type Procedure } from '@hub/procedures';
import type { Awaited } from './deadline-rows.js';
import { type Clocks, dueInstant, entries } from './running.js';

const day = 86_400_000;

/** The instants so many days before an end. */
export const daysBefore = (due: string, many: readonly number[]): string[] =>
  many.map((days) => new Date(Date.parse(due) - days * day).toISOString());

/**
 * The instants at which whoever must act is still to be reminded of an end. Those before the clock began, or before the
 * last reminder, have passed; an extension or a pause moves the end and its reminders with it.
 */
export const awaitedReminders = (clocks: Clocks, procedure: Procedure): Awaited[] =>
  entries(clocks).flatMap(([name, clock]) => {
    const due = clock.missed ? undefined : dueInstant(clocks, name);
    if (!due) return [];
    return daysBefore(due, clockOf(procedure, name).remindDaysBefore)
      .filter((instant) => instant > (clock.remindedAt ?? clock.startedAt))
      .map((dueAt) => ({ name, dueAt }));
  });
