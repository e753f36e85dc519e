import { type CheckResult, conclude, type Finding, WHOLE_COLUMN } from '../result.js';
import { columnsOf, type Layout } from '../table/layout.js';

/**
 * Means, percentages, sums and the like say nothing about how many persons are behind them. The
 * count must stand beside them in the table, or in the evidence for every row.
 */
export function checkUnderlyingCounts(layout: Layout): CheckResult {
  const derived = columnsOf(layout, 'sum', 'mean', 'percentage', 'spread', 'minimum', 'maximum');
  const uncounted = layout.counts.length > 0 ? [] : derived.filter((c) => !counted(layout, c.name));
  const findings = uncounted.map(
    ({ name }): Finding => ({
      outcome: 'review',
      row: WHOLE_COLUMN,
      column: name,
      value: null,
      why: {
        en: 'The number of persons behind these values is not given.',
        fr: 'Le nombre de personnes derrière ces valeurs n’est pas indiqué.',
      },
    }),
  );
  return conclude('underlying-counts', findings, layout.settings.maxCells, {
    en: 'Derived values need the count of persons they are made from.',
    fr: 'Les valeurs dérivées doivent être accompagnées de l’effectif dont elles sont tirées.',
  });
}

function counted(layout: Layout, column: string): boolean {
  const counts = layout.options.evidence?.counts ?? [];
  const rows = new Set(counts.filter((given) => given.column === column).map(({ row }) => row));
  return layout.table.rows.every((_, row) => rows.has(row));
}
