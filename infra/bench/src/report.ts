import type { Measure, Report } from './bench.js';
import { type Machine, sentence } from './machine/machine.js';
import { median } from './statistics.js';

export interface Result {
  readonly name: string;
  readonly about: string;
  readonly seconds: number;
  readonly report?: Report;
  /** Why there is no report. */
  readonly failed?: string;
}

/** `met` or `missed` by the median; nothing where there is no goal. */
export function verdict({ goal, values }: Measure): 'met' | 'missed' | '' {
  if (!goal) return '';
  const reached = median(values);
  return (goal.must === 'at least' ? reached >= goal.value : reached <= goal.value) ? 'met' : 'missed';
}

export function readable(machine: Machine, results: readonly Result[], quick: boolean): string {
  const head = [
    `Machine: ${sentence(machine)}`,
    ...(quick ? ['Quick: small sizes, one run. These figures show that the bench works, nothing else.'] : []),
  ];
  const parts = results.map(({ name, about, seconds, report, failed }) =>
    [
      `${name} – ${about} (${seconds.toFixed(0)} s)`,
      ...(failed ? [`  could not be measured: ${failed}`] : []),
      ...(report ? [table(report.measures), ...report.limits.map((line) => `  limit: ${line}`)] : []),
    ].join('\n'),
  );
  return [head.join('\n'), ...parts].join('\n\n');
}

export const asJson = (machine: Machine, results: readonly Result[], quick: boolean): string =>
  JSON.stringify(
    {
      at: new Date().toISOString(),
      quick,
      machine,
      results: results.map(({ report, ...rest }) => ({
        ...rest,
        ...(report && {
          limits: report.limits,
          measures: report.measures.map((one) => ({ ...one, median: median(one.values), verdict: verdict(one) })),
        }),
      })),
    },
    null,
    2,
  );

function table(measures: readonly Measure[]): string {
  const rows = [
    ['', 'median', 'min – max', 'runs', 'goal', ''],
    ...measures.map((measure) => {
      const { what, unit, values, goal } = measure;
      const spread = values.length > 1 ? `${shown(Math.min(...values))} – ${shown(Math.max(...values))}` : '';
      return [
        what,
        `${shown(median(values))} ${unit}`,
        spread,
        String(values.length),
        goal ? `${goal.must} ${shown(goal.value)}` : '',
        verdict(measure),
      ];
    }),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ')}`.trimEnd(),
    )
    .join('\n');
}

/** Three digits that count. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
