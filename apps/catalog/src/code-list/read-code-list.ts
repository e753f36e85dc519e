import { isRecord, listOf, type Problem, textOf } from '../description/json.js';
import { readCsv } from '../table-schema/csv.js';
import { repairMojibake } from '../table-schema/decode-text.js';
import type { CodeList } from './code-list.js';

export interface CodeListSource {
  readonly name: string;
  readonly title?: string;
  /** A Table Schema whose fields may have the role `code` or `label`. */
  readonly schema?: unknown;
  readonly csv: string;
}

/**
 * A CSV file and, where there is one, its schema → a code list. Without a schema the first column
 * is the code and the first that looks like a label (`…_LIB`, `label`, `libellé`) its label.
 */
export function readCodeList(source: CodeListSource, path: string, problems: Problem[]): CodeList | undefined {
  const { header, rows } = readCsv(source.csv);
  if (header.length === 0 || rows.length === 0) {
    problems.push({ path: `${path}.csv`, problem: 'must have a header and at least one row' });
    return undefined;
  }
  const fields = fieldsOf(source.schema);
  const code = columnsWithRole(fields, header, 'code')[0] ?? 0;
  const labels = columnsWithRole(fields, header, 'label');
  const labelled = labels.length > 0 ? labels : [guessLabel(header, code)].filter((each) => each !== undefined);
  return {
    name: source.name,
    title: source.title ?? (isRecord(source.schema) ? textOf(source.schema['title']) : undefined) ?? source.name,
    columns: header,
    codeColumn: header[code] as string,
    codes: rows.map((row) => ({
      code: (row[code] ?? '').trim(),
      label: labelled
        .map((column) => (row[column] ?? '').trim())
        .filter((text) => text !== '')
        .join(' — '),
      cells: header.map((_, column) => row[column] ?? ''),
    })),
  };
}

interface Field {
  readonly name: string;
  readonly role?: string;
}

const fieldsOf = (schema: unknown): Field[] =>
  listOf(isRecord(schema) ? schema['fields'] : undefined).flatMap((field) => {
    const name = isRecord(field) ? textOf(field['name']) : undefined;
    if (!isRecord(field) || name === undefined) return [];
    const role = textOf(field['role']);
    return [{ name: repairMojibake(name), ...(role ? { role } : {}) }];
  });

/** By name; some real schemas differ from their file's header, then by position where both have as many. */
function columnsWithRole(fields: readonly Field[], header: readonly string[], role: string): number[] {
  return fields.flatMap((field, position) => {
    if (field.role !== role) return [];
    const named = header.indexOf(field.name);
    if (named >= 0) return [named];
    return fields.length === header.length ? [position] : [];
  });
}

function guessLabel(header: readonly string[], code: number): number | undefined {
  const looksLikeLabel = header.findIndex((name, index) => index !== code && /(_|^)lib|label|title|nom\b/i.test(name));
  if (looksLikeLabel >= 0) return looksLikeLabel;
  return header.length === 2 ? 1 - code : undefined;
}
