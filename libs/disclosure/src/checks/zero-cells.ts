import { type CheckResult, conclude, type Finding } from '../result.js';
import { type Layout, numbersIn } from '../table/layout.js';
import { isProtectedByRounding } from './rounded.js';

/**
 * An empty group says something of everyone in it: nobody has this, everybody has another. Review,
 * since a zero may be structural (pregnant men). A zero that rounding produced proves nothing, where
 * the procedure lets rounding protect.
 */
export function checkZeroCells(layout: Layout): CheckResult {
  const { zeroCells, maxCells } = layout.settings;
  const zeros = [...numbersIn(layout, layout.counts)].filter(
    ({ value }) => value === 0 && zeroCells === 'review' && !isProtectedByRounding(value, layout),
  );
  const findings = zeros.map(
    ({ row, column, value }): Finding => ({
      outcome: 'review',
      row,
      column: column.name,
      value,
      why: {
        en: 'Nobody in this group: is the zero structural, or does it disclose?',
        fr: 'Personne dans ce groupe : ce zéro est-il structurel, ou révélateur ?',
      },
    }),
  );
  return conclude('zero-cells', findings, maxCells, {
    en: 'A count of zero can disclose what a whole group has in common.',
    fr: 'Un effectif nul peut révéler ce qu’un groupe entier a en commun.',
  });
}
