import { dueAt } from '@hub/clock';
import type { ViewChange } from '@hub/event-store';
import type { Procedure } from '@hub/procedures';
import { deadlineChanges } from '../clocks/deadline-rows.js';
import { daysBefore } from '../clocks/reminders.js';

/** How the rows that wait for the publication of a decision are told apart from others. */
export const publicationKinds = { end: 'publication', reminder: 'publication-reminder' } as const;

const name = 'PUBLICATION';

/** Until when a decision of that instant is to be published, where the procedure says so. */
export function publicationDue(procedure: Procedure, decided: Date): Date | undefined {
  const limit = procedure.clocks[name]?.limit;
  return limit && dueAt(decided, limit);
}

/** The rows that wait for the publication of a decision, and for the reminders before its end. */
export function awaitPublication(entryId: string, procedure: Procedure, decided: Date): ViewChange[] {
  const due = publicationDue(procedure, decided)?.toISOString();
  if (due === undefined) return [];
  const reminders = daysBefore(due, procedure.clocks[name]?.remindDaysBefore ?? []);
  const later = reminders.filter((instant) => instant > decided.toISOString());
  const { end, reminder } = publicationKinds;
  return [
    ...deadlineChanges(end, entryId, [], [{ name, dueAt: due }], decided),
    ...deadlineChanges(
      reminder,
      entryId,
      [],
      later.map((instant) => ({ name, dueAt: instant })),
      decided,
    ),
  ];
}
