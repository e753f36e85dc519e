import { csvLine } from '../csv.js';
import { activityLine, activityReport } from './activity-report.js';
import { type DelayRow, delayLines, delayReport } from './delay-report.js';

const row = (measure: string, cases: number, more: Partial<DelayRow> = {}): DelayRow => ({
  procedure: 'FR_AUTHORISATION',
  month: '2026-03',
  measure,
  cases,
  median: 30.04,
  p90: 61.26,
  ...more,
});

describe('the report on delays', () => {
  it('shows no cell of fewer than five cases, and says how many it left out', () => {
    const { cells, leftOut } = delayReport([
      row('gross', 5),
      row('hub', 5),
      row('committee', 4),
      row('access', 4),
      row('gross', 4, { month: '2026-04' }),
    ]);
    expect(cells).toEqual([
      {
        procedure: 'FR_AUTHORISATION',
        month: '2026-03',
        gross: { cases: 5, median: 30, p90: 61.3 },
        access: null,
        parties: [{ party: 'hub', cases: 5, median: 30, p90: 61.3 }],
      },
    ]);
    expect(leftOut).toBe(3);
  });

  it('says the same in CSV, one measure a line', () => {
    const { cells } = delayReport([
      row('gross', 9, { procedure: null, month: null }),
      row('gross', 6),
      row('access', 5),
    ]);
    expect(cells.flatMap(delayLines).map(csvLine)).toEqual([
      'all,all,gross,9,30,61.3\r\n',
      'FR_AUTHORISATION,2026-03,gross,6,30,61.3\r\n',
      'FR_AUTHORISATION,2026-03,access,5,30,61.3\r\n',
    ]);
  });
});

describe('the activity report', () => {
  const thing = (what: string, number: number, days: number | null = null) => ({
    procedure: 'FR_AUTHORISATION',
    period: '2026-01-01',
    what,
    number,
    days,
  });

  it('counts applications, permits and refusals, and averages days only over five cases and more', () => {
    const [activity] = activityReport([
      thing('RECEIVED', 12),
      thing('AUTHORISED', 6),
      thing('REFUSED', 2),
      thing('WITHDRAWN', 1),
      thing('PERMIT', 6, 40.26),
      thing('ACCESS', 4, 80),
    ]);
    expect(activity).toEqual({
      procedure: 'FR_AUTHORISATION',
      period: '2026-01-01',
      received: 12,
      permits: 6,
      refusals: 2,
      ended: { AUTHORISED: 6, REFUSED: 2, WITHDRAWN: 1 },
      daysToPermit: 40.3,
      daysToAccess: null,
    });
    expect(activity && csvLine(activityLine(activity))).toBe('FR_AUTHORISATION,2026-01-01,12,6,2,0,1,40.3,\r\n');
  });
});
