import type { ViewChange } from '@hub/event-store';

/** An end that somebody waits for. */
export interface Awaited {
  readonly name: string;
  readonly dueAt: string;
}

const close = `UPDATE deadline SET done_at = $4 WHERE kind = $1 AND subject = $2 AND done_at IS NULL
  AND NOT (clock || ' ' || due_key) = ANY ($3::text[])`;

const closeOne = `UPDATE deadline SET done_at = $4 WHERE kind = $1 AND subject = $2 AND due_key = $3 AND done_at IS NULL`;

/** A limit that was paused and resumed within a day ends at the same instant as before: its row opens again. */
const open = `INSERT INTO deadline (kind, subject, clock, due_key, due_at)
  SELECT $1, $2, clock, due, due::timestamptz FROM unnest($3::text[], $4::text[]) AS awaited(clock, due)
  ON CONFLICT (kind, subject, clock, due_key) DO UPDATE SET done_at = NULL WHERE deadline.done_at IS NOT NULL`;

/** Nobody waits for anything of this kind any more. */
export const deadlinesDone = (kind: string, subject: string, at: Date): ViewChange => ({
  text: close,
  values: [kind, subject, [], at.toISOString()],
});

/** What was awaited at one instant has happened. */
export const deadlineDone = (kind: string, subject: string, dueAt: string, at: Date): ViewChange => ({
  text: closeOne,
  values: [kind, subject, dueAt, at.toISOString()],
});

/** Brings the rows that the worker polls in line with the clocks, in the statement that appends the events. */
export function deadlineChanges(
  kind: string,
  subject: string,
  before: readonly Awaited[],
  after: readonly Awaited[],
  at: Date,
): ViewChange[] {
  const keys = after.map(({ name, dueAt }) => `${name} ${dueAt}`);
  if (keys.join() === before.map(({ name, dueAt }) => `${name} ${dueAt}`).join()) return [];
  return [
    { text: close, values: [kind, subject, keys, at.toISOString()] },
    { text: open, values: [kind, subject, after.map(({ name }) => name), after.map(({ dueAt }) => dueAt)] },
  ];
}
