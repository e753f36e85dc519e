import { type CheckResult, conclude, type Finding, type Sentence } from '../result.js';
import { cellAt, type Layout, numberAt, numbersIn } from '../table/layout.js';
import { marginsOf } from '../table/margins.js';
import { isRounded } from './rounded.js';

/**
 * A declared rounding must show in every count, and totals must be the sum of what is published:
 * a total rounded by itself lets the rounding of its parts be narrowed down.
 */
export function checkRounding(layout: Layout): CheckResult {
  const { roundingBase, maxCells } = layout.settings;
  const findings = [...unrounded(layout), ...notAddingUp(layout)];
  return conclude('rounding', findings, maxCells, {
    en: layout.options.rounded
      ? `Counts are declared as rounded to base ${roundingBase}; totals must add up.`
      : 'Totals must be the sum of what is published.',
    fr: layout.options.rounded
      ? `Effectifs déclarés arrondis à la base ${roundingBase} ; les totaux doivent s’additionner.`
      : 'Les totaux doivent être la somme de ce qui est publié.',
  });
}

function unrounded(layout: Layout): Finding[] {
  if (!layout.options.rounded) return [];
  const { roundingBase } = layout.settings;
  const wrong = [...numbersIn(layout, layout.counts)].filter(({ value }) => !isRounded(value, layout));
  return wrong.map(({ row, column, value }) => ({
    outcome: 'review',
    row,
    column: column.name,
    value,
    why: {
      en: `Not a multiple of ${roundingBase}.`,
      fr: `N’est pas un multiple de ${roundingBase}.`,
    },
  }));
}

// Sums of decimals differ in the last digits without anyone having rounded.
const RELATIVE_TOLERANCE = 1e-9;

function notAddingUp(layout: Layout): Finding[] {
  return marginsOf(layout).flatMap(({ total, parts }): Finding[] => {
    const published = numberAt(layout, total);
    const values = parts.map((part) => numberAt(layout, part));
    if (published === undefined || values.some((value) => value === undefined)) return [];
    const sum = values.reduce<number>((a, value) => a + (value ?? 0), 0);
    if (Math.abs(sum - published) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(sum))) return [];
    const column = layout.table.columns[total.column] ?? '';
    const value = cellAt(layout, total);
    return [{ outcome: 'review', row: total.row, column, value, why: differs(sum) }];
  });
}

function differs(sum: number): Sentence {
  const shown = Math.round(sum * 1000) / 1000;
  return {
    en: `The parts add up to ${shown}.`,
    fr: `La somme des parties est ${shown}.`,
  };
}
