export type Cell = string | number | null | undefined;

/** Signs at which a spreadsheet takes a cell for a formula (OWASP: CSV injection). */
const formula = /^[=+\-@\t\r\n]/;

/** A line of RFC 4180. A text that a spreadsheet would calculate is made a text again by an apostrophe. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
