/** Text in rows and cells: RFC 4180 quotes, any of the usual delimiters, any line end. */
export interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const delimiters = [';', ',', '\t', '|'];

/** Reads the delimiter off the first line; rows that are wholly empty are left out. */
export function readCsv(text: string): Csv {
  const content = text.replace(/^\ufeff/, '');
  const rows = readRows(content, delimiterOf(content)).filter((row) => row.some((cell) => cell !== ''));
  const [header = [], ...rest] = rows;
  return { header: header.map((cell) => cell.trim()), rows: rest };
}

/** The candidate that stands most often outside quotes in the header. */
function delimiterOf(content: string): string {
  const line = content.slice(0, content.search(/\r|\n|$/)).replace(/"[^"]*"/g, '');
  const counted = delimiters.map((each) => ({ each, count: line.split(each).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).each;
}

function readRows(content: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < content.length) {
    const cell = content[at] === '"' ? quotedCell(content, at) : plainCell(content, at, delimiter);
    row.push(cell.text);
    at = cell.end;
    if (content[at] === delimiter) {
      at += 1;
      if (at === content.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += content[at] === '\r' && content[at + 1] === '\n' ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** A quote inside is doubled; an unclosed one runs to the end of the text. */
function quotedCell(content: string, start: number): Cell {
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = content.indexOf('"', at);
    if (quote === -1) return { text: text + content.slice(at), end: content.length };
    text += content.slice(at, quote);
    if (content[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    at = quote + 2;
  }
}

function plainCell(content: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < content.length && content[end] !== delimiter && content[end] !== '\n' && content[end] !== '\r') end += 1;
  return { text: content.slice(start, end), end };
}
