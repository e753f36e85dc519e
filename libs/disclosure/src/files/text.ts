import { type CsvDelimiter, type CsvResult, parseCsv } from '../csv.js';
import type { Table } from '../table/table.js';
import { type FileKind, type FileLimits, type FileReason, reason } from './file-result.js';

interface TextInspection {
  kind: FileKind;
  reasons: FileReason[];
  table?: Table;
}

// Tab first: a text of tab-separated values may well have commas within.
const DELIMITERS: readonly CsvDelimiter[] = ['\t', ';', ','];

/** A table if it parses as one with at least two columns, else text, which people must read. */
export function inspectText(text: string, limits: FileLimits): TextInspection {
  if (/^\s*</.test(text.replace(/^\uFEFF/, ''))) {
    return { kind: 'unknown', reasons: [reason('unknown-type')] };
  }
  const faults: Extract<CsvResult, { ok: false }>[] = [];
  for (const delimiter of DELIMITERS) {
    if (!firstLine(text).includes(delimiter)) continue;
    const parsed = parseCsv(text, delimiter, limits);
    const kind = delimiter === '\t' ? 'tsv' : 'csv';
    if (!parsed.ok && parsed.why === 'too-many-rows') {
      return { kind, reasons: [reason('too-many-rows', `over ${limits.maxRows}`)] };
    }
    if (!parsed.ok) faults.push(parsed);
    else if (parsed.table.columns.length > 1) {
      return { kind, reasons: formulas(parsed.table), table: parsed.table };
    }
  }
  const [fault] = faults;
  const almost = fault ? [reason('not-strict-csv', `line ${fault.line}: ${fault.why}`)] : [];
  const lines = text.split('\n').length;
  const long = lines > limits.maxRows ? [reason('too-many-rows', `${lines} lines`)] : [];
  return { kind: 'text', reasons: [...long, ...almost, reason('content-not-checked')] };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

// What spreadsheets run on opening; a signed number is no formula.
const FORMULA = /^[=@\t]|^[+-](?![\d.,\s]*$|[\d.,]+(e[+-]?\d+)?%?$)/i;

function formulas(table: Table): FileReason[] {
  const isFormula = (cell: unknown) => typeof cell === 'string' && cell.length > 1 && FORMULA.test(cell);
  const row = table.rows.findIndex((cells) => cells.some(isFormula));
  return row < 0 ? [] : [reason('formula', `data row ${row}`)];
}
