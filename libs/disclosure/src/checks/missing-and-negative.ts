import { type CheckResult, conclude, type Finding, type Sentence } from '../result.js';
import { type Column, cellAt, type Layout, readingAt } from '../table/layout.js';

const MISSING: Sentence = {
  en: 'No value: missing, or withheld without a mark?',
  fr: 'Valeur absente : manquante, ou retirée sans marque ?',
};
const NEGATIVE: Sentence = {
  en: 'A count is never negative.',
  fr: 'Un effectif n’est jamais négatif.',
};
const NEGATIVE_VALUE: Sentence = {
  en: 'Negative values can undo what dominance rules protect.',
  fr: 'Des valeurs négatives peuvent défaire ce que protègent les règles de dominance.',
};
const NOT_A_NUMBER: Sentence = {
  en: 'Neither a number nor a known mark of suppression: no other check can read this cell.',
  fr: 'Ni nombre ni marque de secret connue : aucun autre contrôle ne peut lire cette cellule.',
};

/** Missing, negative or unreadable values make every other check weaker: people must look. */
export function checkMissingAndNegative(layout: Layout): CheckResult {
  const findings: Finding[] = [];
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    for (const column of layout.columns) {
      const why = doubt(layout, row, column);
      if (!why) continue;
      const value = cellAt(layout, { row, column: column.index });
      findings.push({ outcome: 'review', row, column: column.name, value, why });
    }
  }
  return conclude('missing-and-negative', findings, layout.settings.maxCells, {
    en: 'Missing, negative or unreadable values.',
    fr: 'Valeurs manquantes, négatives ou illisibles.',
  });
}

function doubt(layout: Layout, row: number, { index, role }: Column): Sentence | undefined {
  const reading = readingAt(layout, { row, column: index });
  if (reading.kind === 'missing') return MISSING;
  if (role === 'dimension' || role === 'undeclared') return undefined;
  if (reading.kind === 'text') return NOT_A_NUMBER;
  if (reading.kind !== 'number' || reading.value >= 0) return undefined;
  if (role === 'count') return NEGATIVE;
  return role === 'sum' ? NEGATIVE_VALUE : undefined;
}
