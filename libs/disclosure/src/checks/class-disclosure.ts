import { type CheckResult, conclude, type Finding, type Sentence } from '../result.js';
import { cellAt, columnsOf, type Layout, numberAt, numbersIn } from '../table/layout.js';
import { countsAcross, groupsAlong } from '../table/margins.js';
import type { CellRef } from '../table/table.js';

/**
 * When everyone in a group has the same value, belonging to the group discloses it, however large
 * the group. Seen in a table as: all persons of a group in one category, 0 % or 100 %, no spread,
 * minimum = maximum; or told by the evidence.
 */
export function checkClassDisclosure(layout: Layout): CheckResult {
  const cells = [
    ...concentrated(layout).map((ref) => ({ ref, why: CONCENTRATED })),
    ...extremes(layout),
    ...toldByEvidence(layout),
  ];
  const findings = cells.map(({ ref, why }): Finding => {
    const column = layout.table.columns[ref.column] ?? '';
    return { outcome: 'review', row: ref.row, column, value: cellAt(layout, ref), why };
  });
  return conclude('class-disclosure', findings, layout.settings.maxCells, {
    en: 'All persons of a group sharing one value discloses it for each of them.',
    fr: 'Si toutes les personnes d’un groupe ont la même valeur, elle est révélée pour chacune.',
  });
}

const CONCENTRATED: Sentence = {
  en: 'All persons of the group are in this one category.',
  fr: 'Toutes les personnes du groupe sont dans cette seule catégorie.',
};
const EXTREME: Sentence = {
  en: 'All persons of the group, or none.',
  fr: 'Toutes les personnes du groupe, ou aucune.',
};
const NO_SPREAD: Sentence = {
  en: 'No spread: all values of the group are equal.',
  fr: 'Dispersion nulle : toutes les valeurs du groupe sont égales.',
};

/** The only non-zero count among at least two categories, down the rows or across the columns. */
function concentrated(layout: Layout): CellRef[] {
  const down = layout.dimensions.flatMap((dimension) =>
    groupsAlong(layout, dimension).flatMap(({ parts }) =>
      layout.counts.map(({ index: column }) => parts.map((row) => ({ row, column }))),
    ),
  );
  const { parts, total } = countsAcross(layout);
  // Without a total, counts side by side may be of different things: persons, and deaths among them.
  const rows = total ? layout.table.rows : [];
  const across = rows.map((_, row) => parts.map(({ index }) => ({ row, column: index })));
  const found = [...down, ...across].flatMap((group) => {
    const values = group.map((ref) => numberAt(layout, ref));
    if (group.length < 2 || values.some((value) => value === undefined)) return [];
    const filled = group.filter((_, i) => (values[i] ?? 0) > 0);
    return filled.length === 1 ? filled : [];
  });
  const distinct = new Map(found.map((ref) => [`${ref.row} ${ref.column}`, ref]));
  return [...distinct.values()];
}

function extremes(layout: Layout): { ref: CellRef; why: Sentence }[] {
  const percentages = [...numbersIn(layout, columnsOf(layout, 'percentage'))];
  // Shares from 0 to 1 and percentages from 0 to 100 are told apart by the column's largest value.
  const wholeOf = (index: number) =>
    percentages.some(({ column, value }) => column.index === index && value > 1) ? 100 : 1;
  const all = percentages.filter(({ column, value }) => value === 0 || value === wholeOf(column.index));
  const still = [...numbersIn(layout, columnsOf(layout, 'spread'))].filter(({ value }) => value === 0);
  return [
    ...all.map(({ row, column }) => ({ ref: { row, column: column.index }, why: EXTREME })),
    ...still.map(({ row, column }) => ({ ref: { row, column: column.index }, why: NO_SPREAD })),
    ...minimumIsMaximum(layout),
  ];
}

/** Only where the table has one of each: otherwise they may be of different variables. */
function minimumIsMaximum(layout: Layout): { ref: CellRef; why: Sentence }[] {
  const [minimum, ...moreMinima] = columnsOf(layout, 'minimum');
  const [maximum, ...moreMaxima] = columnsOf(layout, 'maximum');
  if (!minimum || !maximum || moreMinima.length > 0 || moreMaxima.length > 0) return [];
  return [...numbersIn(layout, [minimum])]
    .filter(({ row, value }) => numberAt(layout, { row, column: maximum.index }) === value)
    .map(({ row }) => ({ ref: { row, column: minimum.index }, why: NO_SPREAD }));
}

function toldByEvidence(layout: Layout): { ref: CellRef; why: Sentence }[] {
  return (layout.options.evidence?.allEqual ?? []).map(({ row, column }) => ({
    ref: { row, column: layout.table.columns.indexOf(column) },
    why: NO_SPREAD,
  }));
}
