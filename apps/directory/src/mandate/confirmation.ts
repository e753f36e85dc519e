import { addMonths, isoDay, parseIsoDay } from '@hub/clock';

/** How often a mandate is confirmed, and how much notice its organisation gets. Policy of this installation. */
export interface ConfirmationPolicy {
  readonly months: number;
  /** So many days before it is due, and so many days at least before a suspension, everybody concerned is told. */
  readonly noticeDays: number;
  /** So many days after it was due, a mandate still unconfirmed is suspended. */
  readonly graceDays: number;
}

export const yearly: ConfirmationPolicy = { months: 12, noticeDays: 30, graceDays: 30 };

/** The day by which a mandate given or last confirmed on that day is to be confirmed. */
export const dueDay = (since: string, { months }: ConfirmationPolicy = yearly): string =>
  isoDay(addMonths(parseIsoDay(since), months));

/** The first day on which to remind of it. */
export const reminderDay = (due: string, { noticeDays }: ConfirmationPolicy = yearly): string =>
  isoDay(parseIsoDay(due) - noticeDays);

/** The last day on which a mandate not confirmed still holds: a reminder that came late gives as much time. */
export const lastDayUnconfirmed = (
  due: string,
  reminded: string,
  { graceDays, noticeDays }: ConfirmationPolicy = yearly,
): string => isoDay(Math.max(parseIsoDay(due) + graceDays, parseIsoDay(reminded) + noticeDays));
