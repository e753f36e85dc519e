import type { Evidence } from '../options.js';
import { type CheckResult, conclude, type Finding, WHOLE_COLUMN } from '../result.js';
import { columnsOf, type Layout, numberAt } from '../table/layout.js';

type Contributors = NonNullable<Evidence['contributors']>[number];

/**
 * Dominance (n, k): fails where the n largest contributors make up the share k of a sum or more.
 * Sums without evidence are reviewed: the table itself cannot tell.
 */
export function checkDominance(layout: Layout): CheckResult {
  const { n, share } = layout.settings.dominance;
  const findings = contributorsOf(layout).flatMap((given): Finding[] => {
    const top = sorted(given)
      .slice(0, n)
      .reduce((a, b) => a + b, 0);
    if (given.sum > 0 && top / given.sum < share) return [];
    return [
      flag(given, {
        en: `The ${n} largest contributors make up ${percent(top, given.sum)} of this sum.`,
        fr: `Les ${n} plus gros contributeurs représentent ${percent(top, given.sum)} de cette somme.`,
      }),
    ];
  });
  return conclude('dominance', [...findings, ...unproven(layout)], layout.settings.maxCells, {
    en: `The ${n} largest contributors must make up less than ${share * 100}% of a sum.`,
    fr: `Les ${n} plus gros contributeurs doivent représenter moins de ${share * 100} % d’une somme.`,
  });
}

/**
 * p-ratio: fails where (sum − largest − second) / largest is below p. The second contributor,
 * knowing its own part, could then estimate the largest too closely.
 */
export function checkPRatio(layout: Layout): CheckResult {
  const { pRatio } = layout.settings;
  const findings = contributorsOf(layout).flatMap((given): Finding[] => {
    const [largest = 0, second = 0] = sorted(given);
    const ratio = (given.sum - largest - second) / largest;
    if (largest > 0 && ratio >= pRatio) return [];
    return [
      flag(given, {
        en: `What is left beside the two largest is ${percent(ratio, 1)} of the largest.`,
        fr: `Le reste, hors les deux plus gros, représente ${percent(ratio, 1)} du plus gros.`,
      }),
    ];
  });
  return conclude('p-ratio', [...findings, ...unproven(layout)], layout.settings.maxCells, {
    en: `Beside its two largest contributors a sum must keep ${pRatio * 100}% of the largest.`,
    fr: `Hors ses deux plus gros contributeurs, une somme doit garder ${pRatio * 100} % du plus gros.`,
  });
}

function contributorsOf(layout: Layout): readonly Contributors[] {
  return layout.options.evidence?.contributors ?? [];
}

/** By size: a refund of 9,000 dominates as a payment does. */
function sorted({ largest }: Contributors): number[] {
  return largest.map(Math.abs).sort((a, b) => b - a);
}

function flag({ row, column, sum }: Contributors, why: Finding['why']): Finding {
  return { outcome: 'fail', row, column, value: sum, why };
}

function percent(part: number, whole: number): string {
  return whole > 0 && Number.isFinite(part) ? `${Math.round((part / whole) * 1000) / 10} %` : '– %';
}

/** Sums with no evidence, and evidence that is not about the published value. */
function unproven(layout: Layout): Finding[] {
  const given = contributorsOf(layout);
  const missing = columnsOf(layout, 'sum').filter(({ name }) => !given.some((g) => g.column === name));
  const foreign = given.filter((g) => !matchesTable(layout, g));
  return [
    ...missing.map(({ name }) => ({
      ...flag(
        { row: WHOLE_COLUMN, column: name, sum: 0, largest: [] },
        {
          en: 'No contributors were attached as evidence for these sums.',
          fr: 'Aucune preuve sur les contributeurs n’est jointe pour ces sommes.',
        },
      ),
      outcome: 'review' as const,
      value: null,
    })),
    ...foreign.map((g) => ({
      ...flag(g, {
        en: 'The evidence does not match the published sum.',
        fr: 'La preuve ne correspond pas à la somme publiée.',
      }),
      outcome: 'review' as const,
    })),
  ];
}

// Published sums are often rounded; the evidence is exact.
const TOLERANCE = 0.01;

function matchesTable(layout: Layout, { row, column, sum }: Contributors): boolean {
  const index = layout.table.columns.indexOf(column);
  const isSum = columnsOf(layout, 'sum').some((c) => c.index === index);
  const published = numberAt(layout, { row, column: index });
  if (index < 0 || !layout.table.rows[row]) return false;
  // Evidence about a mean or a suppressed cell has no published sum to be held against.
  if (!isSum || published === undefined) return true;
  return Math.abs(published - sum) <= TOLERANCE * Math.abs(sum);
}
