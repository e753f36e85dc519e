/** A published value: text, a number, or nothing. */
export type Cell = string | number | null;

/** A tabular output. Every row has one cell a column; the header is not a row. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A place in a table: data row from 0, column from 0. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** What a cell says. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number }
  /** Withheld on purpose: a mark such as `*`, or `<11`. */
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly text: string };

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '.', '-', 'nd', 'n.d.', 'inf']);
const SUPPRESSED_BELOW = /^[<≤]\s*\d+$/;
// Thousands by space (also no-break and narrow), decimals by point or comma, an optional per cent.
// `1,234` is therefore read in the French way, as a little over one: the cautious reading.
const NUMBER = /^[+-]?(\d{1,3}( \d{3})+|\d+)([.,]\d+)?(e[+-]?\d+)?\s*%?$/i;

/** One spelling for one text: NFKC, so that full-width digits and no-break spaces hide nothing. */
export function normalise(cell: Cell): string {
  return cell === null ? '' : String(cell).normalize('NFKC').trim();
}

/** @param marks the texts that stand for a suppressed value, in lower case */
export function readCell(cell: Cell, marks: ReadonlySet<string>): Reading {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? { kind: 'number', value: cell } : { kind: 'missing' };
  }
  const text = normalise(cell);
  const lower = text.toLowerCase();
  if (marks.has(lower) || SUPPRESSED_BELOW.test(text)) return { kind: 'suppressed' };
  if (MISSING.has(lower)) return { kind: 'missing' };
  const value = numberIn(text);
  return value === undefined ? { kind: 'text', text } : { kind: 'number', value };
}

function numberIn(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  return Number(text.replace(/[ %]/g, '').replace(',', '.'));
}
