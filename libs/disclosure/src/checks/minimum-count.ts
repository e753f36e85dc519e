import { type CheckResult, conclude, type Finding } from '../result.js';
import { cellAt, type Layout, numbersIn } from '../table/layout.js';
import { comparable, isProtectedByRounding } from './rounded.js';

/**
 * Fails on counts from 1 to one less than the minimum, wherever they are published or given as
 * evidence behind another measure. A small whole number in a column nobody declared is reviewed:
 * it may be a count. Rounded counts: see `RoundedCells`. Zeros belong to another check.
 */
export function checkMinimumCount(layout: Layout): CheckResult {
  const { minimumCount, maxCells } = layout.settings;
  const findings = [...smallCounts(layout), ...smallEvidence(layout), ...undeclared(layout)];
  return conclude('minimum-count', findings, maxCells, {
    en: `Counts of persons must be at least ${minimumCount}.`,
    fr: `Les effectifs doivent être d’au moins ${minimumCount}.`,
  });
}

function smallCounts(layout: Layout): Finding[] {
  const { minimumCount } = layout.settings;
  const findings: Finding[] = [];
  for (const { row, column, value } of numbersIn(layout, layout.counts)) {
    if (value <= 0 || comparable(value, layout) >= minimumCount) continue;
    if (isProtectedByRounding(value, layout)) continue;
    findings.push({
      outcome: 'fail',
      row,
      column: column.name,
      value: cellAt(layout, { row, column: column.index }),
      why: {
        en: `${value} is below the minimum of ${minimumCount}.`,
        fr: `${value} est inférieur au minimum de ${minimumCount}.`,
      },
    });
  }
  return findings;
}

function smallEvidence(layout: Layout): Finding[] {
  const { minimumCount } = layout.settings;
  const small = (layout.options.evidence?.counts ?? []).filter(({ n }) => n < minimumCount);
  return small.map(({ row, column, n }) => ({
    outcome: 'fail',
    row,
    column,
    value: n,
    why: {
      en: `Only ${n} persons are behind this value; the minimum is ${minimumCount}.`,
      fr: `Seulement ${n} personnes derrière cette valeur ; le minimum est de ${minimumCount}.`,
    },
  }));
}

function undeclared(layout: Layout): Finding[] {
  const { minimumCount } = layout.settings;
  const small = [
    ...numbersIn(
      layout,
      layout.columns.filter(({ role }) => role === 'undeclared'),
    ),
  ].filter(({ value }) => value > 0 && value < minimumCount);
  return small.map(({ row, column, value }) => ({
    outcome: 'review',
    row,
    column: column.name,
    value,
    why: {
      en: 'Small whole number in a column that is not declared: say whether it is a count.',
      fr: 'Petit nombre entier dans une colonne non déclarée : préciser s’il s’agit d’un effectif.',
    },
  }));
}
