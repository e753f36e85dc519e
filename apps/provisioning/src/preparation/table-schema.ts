/**
 * A holder's Table Schema (specs.frictionlessdata.io), with three properties of ours that tell
 * what identifies a person. They must be stated, if only as `null`: a table whose person key was
 * forgotten would reach a workspace with every person in it.
 */
export const FIELD_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'year',
  'yearmonth',
  'any',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** `default`, or a strptime pattern for dates. */
  readonly format: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface Dialect {
  readonly delimiter: string;
  readonly quoteChar: string;
  readonly encoding: 'utf-8' | 'latin-1' | 'utf-16';
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly dialect: Dialect;
  /** The column that says whose row it is; `null` only for reference tables. */
  readonly personKey: string | null;
  /** The column that a permit's period restricts; `null` only where no time applies. */
  readonly dateColumn: string | null;
  /** Other identifying columns; those of one kind share their pseudonyms across tables. */
  readonly identifiers: readonly { readonly column: string; readonly kind: string }[];
}

/** The kind under which every person key is pseudonymised. */
export const PERSON = 'person';

type Parsed = { ok: true; schema: TableSchema } | { ok: false; reasons: string[] };

/** Reads a Table Schema document, or says everything that is wrong with it at once. */
export function parseTableSchema(document: unknown): Parsed {
  const reasons: string[] = [];
  if (!isRecord(document) || !Array.isArray(document['fields']) || document['fields'].length === 0) {
    return { ok: false, reasons: ['a Table Schema has a non-empty list of fields'] };
  }
  const fields = document['fields'].map((field, index) => parseField(field, index, reasons));
  const names = new Set(fields.map((field) => field.name));
  if (names.size !== fields.length) reasons.push('two fields have the same name');
  const schema: TableSchema = {
    fields,
    missingValues: strings(document['missingValues']) ?? [''],
    dialect: parseDialect(document['dialect'], reasons),
    personKey: statedColumn(document, 'personKey', names, reasons),
    dateColumn: statedColumn(document, 'dateColumn', names, reasons),
    identifiers: parseIdentifiers(document['identifiers'], names, reasons),
  };
  return reasons.length === 0 ? { ok: true, schema } : { ok: false, reasons };
}

/** Every column that must leave as a pseudonym, with the kind it is pseudonymised under. */
export function identifyingColumns(schema: TableSchema): ReadonlyMap<string, string> {
  const columns = new Map(schema.identifiers.map(({ column, kind }) => [column, kind]));
  if (schema.personKey !== null) columns.set(schema.personKey, PERSON);
  return columns;
}

function parseField(field: unknown, index: number, reasons: string[]): Field {
  const name = isRecord(field) && typeof field['name'] === 'string' ? field['name'] : '';
  if (name === '') reasons.push(`field ${index + 1} has no name`);
  const source = isRecord(field) ? field : {};
  const type = (source['type'] ?? 'string') as FieldType;
  if (!FIELD_TYPES.includes(type)) reasons.push(`field ${name} has an unknown type`);
  const constraints = isRecord(source['constraints']) ? source['constraints'] : {};
  return {
    name,
    type,
    format: typeof source['format'] === 'string' ? source['format'] : 'default',
    required: constraints['required'] === true,
    unique: constraints['unique'] === true,
    ...bound(constraints, 'minLength', wholeNumber),
    ...bound(constraints, 'maxLength', wholeNumber),
    ...bound(constraints, 'minimum', scalar),
    ...bound(constraints, 'maximum', scalar),
    ...bound(constraints, 'pattern', scalar),
    ...bound(constraints, 'enum', strings),
  };
}

function parseDialect(dialect: unknown, reasons: string[]): Dialect {
  const source = isRecord(dialect) ? dialect : {};
  const encoding = (source['encoding'] ?? 'utf-8') as Dialect['encoding'];
  if (!['utf-8', 'latin-1', 'utf-16'].includes(encoding)) reasons.push('the encoding is not known');
  const delimiter = source['delimiter'] ?? ',';
  const quoteChar = source['quoteChar'] ?? '"';
  if (typeof delimiter !== 'string' || delimiter.length !== 1) reasons.push('the delimiter is not one character');
  if (typeof quoteChar !== 'string' || quoteChar.length !== 1) reasons.push('the quote is not one character');
  return { delimiter: String(delimiter), quoteChar: String(quoteChar), encoding };
}

function statedColumn(
  document: Record<string, unknown>,
  property: 'personKey' | 'dateColumn',
  names: Set<string>,
  reasons: string[],
): string | null {
  const column = document[property];
  if (column === null) return null;
  if (typeof column !== 'string') reasons.push(`${property} must be stated: a column, or null if there is none`);
  else if (!names.has(column)) reasons.push(`${property} names a column that is not a field`);
  return String(column);
}

function parseIdentifiers(list: unknown, names: Set<string>, reasons: string[]): TableSchema['identifiers'] {
  if (list === undefined) return [];
  const entries = Array.isArray(list) ? list : [];
  if (!Array.isArray(list)) reasons.push('identifiers is a list of { column, kind }');
  return entries.map((entry) => {
    const column = isRecord(entry) ? String(entry['column']) : '';
    const kind = isRecord(entry) ? String(entry['kind']) : '';
    if (!names.has(column)) reasons.push('identifiers names a column that is not a field');
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(kind)) reasons.push(`the identifier ${column} has no valid kind`);
    return { column, kind };
  });
}

function bound<K extends string, V>(from: Record<string, unknown>, key: K, read: (value: unknown) => V | undefined) {
  const value = read(from[key]);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const wholeNumber = (value: unknown) => (Number.isInteger(Number(value)) && value != null ? Number(value) : undefined);
const scalar = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const strings = (value: unknown) => (Array.isArray(value) ? value.map(String) : undefined);
