/**
 * The first line of a CSV file against its schema. What the header says is never repeated: a file
 * that came without one would have a patient's row there.
 */
import type { Dialect, TableSchema } from './table-schema.js';

type Header = { ok: true; columns: string[] } | { ok: false; reasons: string[] };

/** The file's columns in their order in the file, if they are exactly the schema's fields. */
export function readHeader(start: Uint8Array, schema: TableSchema): Header {
  const columns = splitFirstLine(decode(start, schema.dialect), schema.dialect);
  const known = new Set(schema.fields.map((field) => field.name));
  const reasons = [
    ...columns.flatMap((column, index) =>
      known.has(column) ? [] : [`column ${index + 1} of the header is not a field of the schema`],
    ),
    ...schema.fields
      .filter((field) => !columns.includes(field.name))
      .map((field) => `the field ${field.name} is missing from the header`),
  ];
  if (new Set(columns).size !== columns.length) reasons.push('the header names a column twice');
  return reasons.length === 0 ? { ok: true, columns } : { ok: false, reasons };
}

function decode(start: Uint8Array, dialect: Dialect): string {
  const label = dialect.encoding === 'utf-16' ? 'utf-16le' : dialect.encoding === 'latin-1' ? 'latin1' : 'utf-8';
  return new TextDecoder(label).decode(start);
}

/** The cells of a text up to its first line break outside quotes. */
export function splitFirstLine(
  content: string,
  { delimiter, quoteChar }: Pick<Dialect, 'delimiter' | 'quoteChar'>,
): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < content.length; at++) {
    const char = content.charAt(at);
    if (quoted) {
      if (char !== quoteChar) cell += char;
      else if (content[at + 1] === quoteChar) cell += content[++at];
      else quoted = false;
    } else if (char === quoteChar) quoted = true;
    else if (char === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\n' || char === '\r') break;
    else cell += char;
  }
  return [...cells, cell.trim()];
}
