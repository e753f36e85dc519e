import type { Cell, QueryResult } from '../sandbox/query-protocol.js';

/** A result as CSV by RFC 4180, UTF-8 and LF; the same result always gives the same bytes. */
export function toCsv({ columns, rows }: Pick<QueryResult, 'columns' | 'rows'>): Buffer {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(field).join(','));
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
