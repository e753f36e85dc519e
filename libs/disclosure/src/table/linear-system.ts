/**
 * What the margins of a table reveal about its unknown cells: `sum of coefficient × unknown =
 * constant` for each margin. Unknowns are numbered from 0.
 */
export interface Equation {
  readonly terms: ReadonlyMap<number, number>;
  readonly constant: number;
}

/** The least and the most an unknown may be. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

// Coefficients start as ±1 and stay small fractions; anything below this is an error of rounding.
const EPSILON = 1e-9;

/**
 * The unknowns that the equations fix to one value, by Gauss–Jordan elimination: an unknown is
 * fixed exactly when its reduced equation names no other. Time: equations × unknowns².
 */
export function determined(equations: readonly Equation[], unknowns: number): Map<number, number> {
  const rows = equations.map(({ terms, constant }) => {
    const row = new Float64Array(unknowns + 1);
    for (const [unknown, coefficient] of terms) row[unknown] = coefficient;
    row[unknowns] = constant;
    return row;
  });
  const pivots = reduce(rows, unknowns);
  const values = new Map<number, number>();
  for (const [position, unknown] of pivots.entries()) {
    const row = rows[position] as Float64Array;
    const named = row.subarray(0, unknowns).filter((value) => Math.abs(value) > EPSILON).length;
    if (named === 1) values.set(unknown, row[unknowns] as number);
  }
  return values;
}

/** Reduces in place; answers the unknown on which each row, in order, is centred. */
function reduce(rows: Float64Array[], unknowns: number): number[] {
  const pivots: number[] = [];
  for (let unknown = 0; unknown < unknowns && pivots.length < rows.length; unknown += 1) {
    const at = pivots.length;
    const found = largestFrom(rows, at, unknown);
    const pivot = rows[found] as Float64Array;
    const scale = pivot[unknown] as number;
    if (Math.abs(scale) <= EPSILON) continue;
    rows[found] = rows[at] as Float64Array;
    rows[at] = pivot;
    for (let i = 0; i <= unknowns; i += 1) pivot[i] = (pivot[i] as number) / scale;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, row[unknown] as number);
    pivots.push(unknown);
  }
  return pivots;
}

function largestFrom(rows: readonly Float64Array[], from: number, unknown: number): number {
  let best = from;
  const size = (i: number) => Math.abs(rows[i]?.[unknown] ?? 0);
  for (let i = from; i < rows.length; i += 1) if (size(i) > size(best)) best = i;
  return best;
}

function subtract(row: Float64Array, pivot: Float64Array, factor: number): void {
  if (Math.abs(factor) <= EPSILON) return;
  for (let i = 0; i < row.length; i += 1) {
    row[i] = (row[i] as number) - factor * (pivot[i] as number);
  }
}

const MAX_ROUNDS = 50;

/**
 * Bounds of unknowns that are never negative, tightened equation by equation until nothing moves.
 * A necessary condition only: the true interval may be narrower, never wider.
 */
export function bounds(equations: readonly Equation[], unknowns: number): Interval[] {
  const known: Interval[] = Array.from({ length: unknowns }, () => ({ least: 0, most: Infinity }));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let moved = false;
    for (const equation of equations) moved = tighten(equation, known) || moved;
    if (!moved) break;
  }
  return known;
}

function tighten({ terms, constant }: Equation, known: Interval[]): boolean {
  let moved = false;
  for (const [unknown, coefficient] of terms) {
    const own = known[unknown] as Interval;
    const rest = othersOf(terms, unknown, known);
    // coefficient × own = constant − rest, with coefficient ±1.
    const ends = [(constant - rest.most) / coefficient, (constant - rest.least) / coefficient];
    const least = Math.max(own.least, Math.min(...ends));
    const most = Math.min(own.most, Math.max(...ends));
    if (least > own.least + EPSILON || most < own.most - EPSILON) {
      known[unknown] = { least, most };
      moved = true;
    }
  }
  return moved;
}

function othersOf(terms: ReadonlyMap<number, number>, except: number, known: Interval[]): Interval {
  let least = 0;
  let most = 0;
  for (const [unknown, coefficient] of terms) {
    if (unknown === except) continue;
    const own = known[unknown] as Interval;
    const ends = [coefficient * own.least, coefficient * own.most];
    least += Math.min(...ends);
    most += Math.max(...ends);
  }
  return { least, most };
}
