import { addMonths, type CivilDay } from './civil-day.js';
import { addWorkingDays, type OpeningDays, workingDayFrom } from './working-days.js';
import { civilDayAt, lastInstantOf, type Zone } from './zone.js';

/** A length of time as the law writes it: one unit, a whole number of it, zero allowed. */
export type Length =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number };

/** How much longer a limit may become, and how often. Who may extend, and why, is the caller's rule. */
export interface ExtensionRule {
  readonly length: Length;
  readonly atMost: number;
}

/** A statutory limit as data: stored with the procedure, never written into a rule. */
export interface Limit extends OpeningDays {
  readonly length: Length;
  /** A limit that ends on a non-working day runs to the end of the next working day. */
  readonly rollForward: boolean;
  /** The zone of the body: its civil days are the ones counted. */
  readonly zone: Zone;
  /** Absent: the limit cannot be extended. */
  readonly extension?: ExtensionRule;
}

/** Civil days of one pause. The day it begins counts; the days after it do not, up to and
 * including the day it ends: that day is like the day of the start event. */
export interface PausedDays {
  readonly began: CivilDay;
  readonly ended: CivilDay;
}

/**
 * The last instant at which the act is still in time: 23:59:59.999 of the due day in the zone.
 *
 * Conventions (Regulation 1182/71, art. 3; French Code of Civil Procedure, art. 640–642):
 * - the day of the start event does not count: 10 days from 1 March end with 11 March;
 * - the start event's day is its civil day in the limit's zone, not in UTC;
 * - months follow the civil calendar: 31 January + 1 month = 28 or 29 February;
 * - a week is seven days; every day counts, unless the length is in working days;
 * - `rollForward` moves an end on a closed day to the next working day, never backward.
 *
 * @throws RangeError when a length is negative or not whole, or the zone is unknown
 */
export function dueAt(start: Date, limit: Limit): Date {
  return lastInstantOf(dueDay(civilDayAt(start, limit.zone), [limit.length], [], limit), limit.zone);
}

/**
 * The due day of a limit with extensions (further lengths) and pauses (in order, not overlapping).
 *
 * Lengths of the same unit are added up first: 1 month extended by 1 month is 2 months from the
 * start, so 31 January gives 31 March, not 28. Then months, then days and weeks, then working days.
 * A pause moves the end by its paused days, if it began while the limit still ran; working days
 * that were paused are not counted.
 */
export function dueDay(
  start: CivilDay,
  lengths: readonly Length[],
  pauses: readonly PausedDays[],
  limit: Omit<Limit, 'length'>,
): CivilDay {
  const total = addUp(lengths);
  let end = addMonths(start, total.months) + total.days;
  if (total.workingDays > 0) {
    end = prolong(end, pauses, (day) => day);
    const skipped = (day: CivilDay) => pauses.some((p) => day > p.began && day <= p.ended);
    end = addWorkingDays(end, total.workingDays, limit, skipped);
    return end;
  }
  const rolled = (day: CivilDay) => (limit.rollForward ? workingDayFrom(day, limit) : day);
  return rolled(prolong(end, pauses, rolled));
}

/** Moves `end` by each pause that began no later than the day the limit then ran to. */
function prolong(end: CivilDay, pauses: readonly PausedDays[], rolled: (day: CivilDay) => CivilDay): CivilDay {
  let current = end;
  for (const { began, ended } of pauses) {
    const runsTo = began > current ? rolled(current) : current;
    // A pause that began after the end finds an expired limit: it gives no day back.
    if (began <= runsTo) current = runsTo + (ended - began);
  }
  return current;
}

function addUp(lengths: readonly Length[]): { months: number; days: number; workingDays: number } {
  const total = { months: 0, days: 0, workingDays: 0 };
  for (const length of lengths) {
    if ('months' in length) total.months += whole(length.months);
    else if ('weeks' in length) total.days += 7 * whole(length.weeks);
    else if ('days' in length) total.days += whole(length.days);
    else total.workingDays += whole(length.workingDays);
  }
  return total;
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a length: ${count}`);
  return count;
}
