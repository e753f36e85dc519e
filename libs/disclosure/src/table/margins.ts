import { type Column, columnsOf, groupKey, isTotal, isTotalName, type Layout, numberAt } from './layout.js';
import type { CellRef } from './table.js';

/** A published sum: `total` = the `parts` added up. */
export interface Margin {
  readonly total: CellRef;
  readonly parts: readonly CellRef[];
}

/** Rows of one group along one grouping column: its categories, and the rows that total them. */
export interface Group {
  readonly parts: readonly number[];
  readonly totals: readonly number[];
}

/**
 * Every margin of the additive columns (counts and sums): rows labelled as totals in a grouping
 * column, and count columns named as the total of their neighbours. The parts are taken to be
 * complete and not nested; a nested column shows up as totals that do not add up.
 */
export function marginsOf(layout: Layout): Margin[] {
  const additive = columnsOf(layout, 'count', 'sum');
  const margins: Margin[] = [];
  for (const dimension of layout.dimensions) {
    for (const { parts, totals } of groupsAlong(layout, dimension)) {
      if (parts.length === 0) continue;
      for (const row of totals) {
        for (const { index: column } of additive) {
          const total = { row, column };
          margins.push({ total, parts: parts.map((part) => ({ row: part, column })) });
        }
      }
    }
  }
  return [...margins, ...marginsAcrossColumns(layout)];
}

/** The rows that differ only in `dimension`, group by group. */
export function groupsAlong(layout: Layout, dimension: Column): Group[] {
  const others = layout.dimensions.filter(({ index }) => index !== dimension.index);
  const groups = new Map<string, { parts: number[]; totals: number[] }>();
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    const key = groupKey(layout, row, others);
    const group = groups.get(key) ?? { parts: [], totals: [] };
    groups.set(key, group);
    (isTotal(layout, row, dimension) ? group.totals : group.parts).push(row);
  }
  return [...groups.values()];
}

/** Count columns beside each other, and the one that totals them, if there is one. */
export function countsAcross(layout: Layout): { parts: readonly Column[]; total?: Column } {
  const totals = layout.counts.filter(({ name }) => isTotalName(name, layout.settings));
  const parts = layout.counts.filter((column) => !totals.includes(column));
  const [total] = totals;
  if (totals.length !== 1 || !total || parts.length < 2) return { parts };
  return addsUp(layout, total, parts) ? { parts, total } : { parts };
}

function marginsAcrossColumns(layout: Layout): Margin[] {
  const { parts, total } = countsAcross(layout);
  if (!total) return [];
  return layout.table.rows.map((_, row) => ({
    total: { row, column: total.index },
    parts: parts.map(({ index }) => ({ row, column: index })),
  }));
}

/** A name is only a hint: most complete rows must add up, give or take the rounding. */
function addsUp(layout: Layout, total: Column, parts: readonly Column[]): boolean {
  const tolerance = layout.settings.roundingBase * parts.length;
  let complete = 0;
  let agreeing = 0;
  for (let row = 0; row < layout.table.rows.length; row += 1) {
    const values = [total, ...parts].map(({ index }) => numberAt(layout, { row, column: index }));
    if (!values.every((value) => value !== undefined)) continue;
    const [whole = 0, ...rest] = values;
    complete += 1;
    if (Math.abs(whole - rest.reduce((a, b) => a + b, 0)) <= tolerance) agreeing += 1;
  }
  return agreeing * 2 >= complete;
}
