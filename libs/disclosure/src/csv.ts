import type { Table } from './table/table.js';

export type CsvDelimiter = ',' | ';' | '\t';

export type CsvResult =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly line: number; readonly why: CsvFault };

export type CsvFault =
  | 'empty'
  | 'quote-in-unquoted-field'
  | 'text-after-closing-quote'
  | 'unclosed-quote'
  | 'bare-carriage-return'
  | 'ragged-row'
  | 'header-not-unique'
  | 'too-many-rows';

export interface CsvLimits {
  readonly maxRows: number;
}

/**
 * CSV by RFC 4180, strictly: a quote only opens a field, is doubled within, and ends it; every row
 * has as many fields as the header; the first row is a header of distinct, non-empty names.
 *
 * Accepted beyond the RFC, as tools write them: LF alone as line end, a byte order mark, and the
 * delimiters `;` and tab. Every cell stays text: what is a number is judged later.
 */
export function parseCsv(
  text: string,
  delimiter: CsvDelimiter = ',',
  limits: CsvLimits = { maxRows: Number.POSITIVE_INFINITY },
): CsvResult {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text, delimiter);
  let header: string[] | undefined;
  const rows: string[][] = [];
  while (!reader.isAtEnd()) {
    const { line } = reader;
    const record = reader.record();
    if (typeof record === 'string') return { ok: false, line: reader.line, why: record };
    if (!header) header = record;
    else if (record.length !== header.length) return { ok: false, line, why: 'ragged-row' };
    else rows.push(record);
    if (rows.length > limits.maxRows) return { ok: false, line, why: 'too-many-rows' };
  }
  if (!header) return { ok: false, line: 1, why: 'empty' };
  const isNamed = header.every((name) => name.trim() !== '');
  if (!isNamed || new Set(header).size !== header.length) {
    return { ok: false, line: 1, why: 'header-not-unique' };
  }
  return { ok: true, table: { columns: header, rows } };
}

/** Walks the text once. `line` counts from 1, line ends within quotes included. */
class Reader {
  line = 1;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  record(): string[] | CsvFault {
    const fields: string[] = [];
    for (;;) {
      const isQuoted = this.text[this.at] === '"';
      const field = isQuoted ? this.quoted() : this.unquoted();
      if (typeof field !== 'string') return field.fault;
      fields.push(field);
      const next = this.text[this.at];
      this.at += 1;
      if (next === this.delimiter) continue;
      if (next === '\r' && this.text[this.at] === '\n') this.at += 1;
      else if (next === '\r') return 'bare-carriage-return';
      else if (next !== '\n' && next !== undefined) return 'text-after-closing-quote';
      if (next !== undefined) this.line += 1;
      return fields;
    }
  }

  private unquoted(): string | { fault: CsvFault } {
    const from = this.at;
    for (let c = this.text[this.at]; c !== undefined; c = this.text[++this.at]) {
      if (c === this.delimiter || c === '\n' || c === '\r') break;
      if (c === '"') return { fault: 'quote-in-unquoted-field' };
    }
    return this.text.slice(from, this.at);
  }

  private quoted(): string | { fault: CsvFault } {
    let value = '';
    for (;;) {
      const end = this.text.indexOf('"', this.at + 1);
      if (end < 0) return { fault: 'unclosed-quote' };
      const piece = this.text.slice(this.at + 1, end);
      this.line += piece.split('\n').length - 1;
      value += piece;
      this.at = end + 1;
      if (this.text[this.at] !== '"') return value;
      value += '"';
    }
  }
}
