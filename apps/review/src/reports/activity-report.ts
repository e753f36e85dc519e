import type { Cell } from '../csv.js';
import { fewestCases } from './delay-report.js';
import { tenths } from './turns.js';

/** How often a thing happened in a period, and after how many days on average where that is asked. */
export interface ActivityRow {
  readonly procedure: string;
  /** The first day of the period. */
  readonly period: string;
  readonly what: string;
  readonly number: number;
  readonly days: number | null;
}

export interface Activity {
  readonly procedure: string;
  readonly period: string;
  readonly received: number;
  readonly permits: number;
  readonly refusals: number;
  /** Every way in which cases ended, by its code. */
  readonly ended: Readonly<Record<string, number>>;
  /** Averages in days; of fewer cases than may be shown, nothing. */
  readonly daysToPermit: number | null;
  readonly daysToAccess: number | null;
}

/** The activity report of Regulation (EU) 2025/327, art. 59: counts, and how long applicants wait. */
export function activityReport(rows: readonly ActivityRow[]): Activity[] {
  const groups = new Map<string, ActivityRow[]>();
  for (const row of rows) {
    const key = `${row.period} ${row.procedure}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(activityOf);
}

const counted = new Set(['RECEIVED', 'PERMIT', 'ACCESS']);

function activityOf(rows: readonly ActivityRow[]): Activity {
  const { procedure, period } = rows[0] as ActivityRow;
  const number = (what: string) => rows.find((row) => row.what === what)?.number ?? 0;
  const days = (what: string) => {
    const found = rows.find((row) => row.what === what);
    return found && found.number >= fewestCases && found.days !== null ? tenths(found.days) : null;
  };
  return {
    procedure,
    period,
    received: number('RECEIVED'),
    permits: number('PERMIT'),
    refusals: number('REFUSED'),
    ended: Object.fromEntries(rows.filter(({ what }) => !counted.has(what)).map((row) => [row.what, row.number])),
    daysToPermit: days('PERMIT'),
    daysToAccess: days('ACCESS'),
  };
}

export const activityColumns = [
  ...['procedure', 'period', 'received', 'permits', 'refusals', 'rejected_incomplete', 'withdrawn'],
  ...['days_to_permit', 'days_to_access'],
];

export const activityLine = (row: Activity): Cell[] => [
  ...[row.procedure, row.period, row.received, row.permits, row.refusals],
  ...[row.ended.REJECTED_INCOMPLETE ?? 0, row.ended.WITHDRAWN ?? 0, row.daysToPermit, row.daysToAccess],
];
