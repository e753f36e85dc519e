import type { DisclosureOptions } from './options.js';
import { cellAt, isTotal, type Layout, layOut, numberAt, readingAt } from './table/layout.js';
import { type Margin, marginsOf } from './table/margins.js';
import type { Cell, CellRef, Table } from './table/table.js';

export interface RoundingRemedy extends DisclosureOptions {
  /** Counts from 1 to one less than this are suppressed in place of rounded. Absent: none. */
  readonly suppressBelow?: number;
  /** What stands for a suppressed count. Default `*`. */
  readonly mark?: string;
}

/**
 * The usual remedy: every count rounded to the nearest multiple of `base` (ties up), and every total
 * computed again from its rounded parts, so that it adds up. Other columns stay as they are: a
 * percentage must be computed again from the rounded counts by whoever made it.
 *
 * With `suppressBelow`, small counts are suppressed, and so is every total over a suppressed part: a
 * total is published only when all its parts are, or the difference would give the part back. That
 * hides more than a tuned pattern would, and is safe without one.
 *
 * @returns a new table; the given one is untouched
 */
export function roundToBase(table: Table, base = 5, remedy: RoundingRemedy = {}): Table {
  if (!Number.isSafeInteger(base) || base < 1) throw new RangeError(`Not a rounding base: ${base}`);
  const layout = layOut(table, remedy);
  const isCount = new Set(layout.counts.map(({ index }) => index));
  const rows = table.rows.map((cells, row) =>
    cells.map((cell, column) => (isCount.has(column) ? rounded(layout, { row, column }, base, remedy) : cell)),
  );
  // The more grouping columns a total runs over, the later it comes: its parts may be totals too.
  const margins = marginsOf(layout).filter((margin) => isCount.has(margin.total.column) && holds(layout, margin, base));
  const order = margins.map((margin) => ({ margin, depth: depthOf(layout, margin) }));
  order.sort((a, b) => a.depth - b.depth);
  for (const { margin } of order) recompute(rows, margin, layout, remedy);
  return { columns: table.columns, rows };
}

/**
 * Whether the given total is the sum of its parts, give or take an earlier rounding. If not, the
 * parts are incomplete and say nothing of the total; if one cannot be read, it is taken to be.
 */
function holds(layout: Layout, { total, parts }: Margin, base: number): boolean {
  const [whole, ...values] = [total, ...parts].map((ref) => numberAt(layout, ref));
  if (whole === undefined || values.some((value) => value === undefined)) return true;
  const sum = values.reduce<number>((a, value) => a + (value ?? 0), 0);
  return Math.abs(sum - whole) <= (base / 2) * (parts.length + 1);
}

function rounded(layout: Layout, ref: CellRef, base: number, remedy: RoundingRemedy): Cell {
  const reading = readingAt(layout, ref);
  if (reading.kind !== 'number') return cellAt(layout, ref);
  const { suppressBelow = 0, mark = '*' } = remedy;
  if (reading.value > 0 && reading.value < suppressBelow) return mark;
  return Math.round(reading.value / base) * base;
}

/** Grouping columns in which the row is a total, and one more for a column that totals others. */
function depthOf(layout: Layout, { total, parts }: Margin): number {
  const labels = layout.dimensions.filter((dimension) => isTotal(layout, total.row, dimension));
  return labels.length + (parts.some(({ column }) => column !== total.column) ? 1 : 0);
}

function recompute(rows: Cell[][], { total, parts }: Margin, layout: Layout, remedy: RoundingRemedy): void {
  const row = rows[total.row];
  if (!row || readingAt(layout, total).kind !== 'number') return;
  const { mark = '*' } = remedy;
  // Suppressed along one margin is suppressed along all, or another margin would give it back.
  if (row[total.column] === mark) return;
  const values = parts.map((part) => rows[part.row]?.[part.column] ?? null);
  const isComplete = values.every((value) => typeof value === 'number');
  row[total.column] = isComplete ? values.reduce((sum, value) => sum + value, 0) : mark;
}
