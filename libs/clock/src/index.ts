/** Statutory limits as data, and the clocks that count them. Pure: every instant is an argument. */

export { type ClockChange, type ClockRefusal, extend, pause, resume } from './changes.js';
export {
  addMonths,
  type CivilDay,
  civilDay,
  type IsoDay,
  isoDay,
  parseIsoDay,
  weekdayOf,
} from './civil-day.js';
export {
  type Clock,
  type Extension,
  type Instant,
  openPause,
  type Pause,
  startClock,
} from './clock.js';
export {
  type FrenchStep,
  frenchProcedureLimits,
  type OnSilence,
  type SilentOutcome,
  type StepLimit,
} from './french-procedure.js';
export { easterSunday, type Holiday, type HolidayCalendar, publicHolidays } from './holidays.js';
export { dueAt, type ExtensionRule, type Length, type Limit } from './limit.js';
export {
  dueOf,
  elapsed,
  isOverdue,
  pausedFor,
  remaining,
  remainingWorkingDays,
} from './reading.js';
export {
  addWorkingDays,
  isWorkingDay,
  type OpeningDays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.js';
export { civilDayAt, lastInstantOf, type Zone } from './zone.js';
