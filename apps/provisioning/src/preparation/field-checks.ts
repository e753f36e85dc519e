/**
 * A field of a Table Schema as SQL: how its text becomes a typed value, and which faults a value
 * can have. A fault is a small number (field × 16 + reason), so that one scan of a file of any
 * size types every row and marks the broken ones.
 */
import { identifier, literal, text, textList } from './sql.js';
import type { Field, FieldType } from './table-schema.js';

/** Why a value is refused. The order is the code: append, never reorder. */
export const REASONS = [
  'required',
  'type',
  'too-short',
  'too-long',
  'below-minimum',
  'above-maximum',
  'pattern',
  'not-in-list',
  'not-unique',
] as const;
export type Reason = (typeof REASONS)[number];
const REASON_BITS = 16;

const SQL_TYPE: Record<FieldType, string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  time: 'TIME',
  year: 'SMALLINT',
  yearmonth: 'VARCHAR',
  any: 'VARCHAR',
};

/** The text of a field with the schema's missing values read as NULL. */
export function presentText(field: Field, missing: readonly string[]): string {
  const column = identifier(field.name);
  return missing.length === 0
    ? column
    : `(CASE WHEN list_contains(${textList(missing)}, ${column}) THEN NULL ELSE ${column} END)`;
}

/** Text to typed value; NULL where the text is not of the type. */
export function typedValue(field: Field, value: string): string {
  const when = (shape: string) =>
    `CASE WHEN regexp_full_match(${value}, ${text(shape)}) THEN TRY_CAST(${value} AS ${SQL_TYPE[field.type]}) END`;
  switch (field.type) {
    case 'string':
    case 'any':
      return value;
    // DuckDB rounds '1.5' to 2 when cast to a whole number: the shape is checked first.
    case 'integer':
      return when('[+-]?[0-9]+');
    case 'year':
      return when('[0-9]{4}');
    case 'number':
      return `TRY_CAST(${value} AS DOUBLE)`;
    case 'boolean':
      return `(CASE lower(${value}) WHEN 'true' THEN true WHEN '1' THEN true WHEN 'false' THEN false WHEN '0' THEN false END)`;
    case 'date':
      return field.format === 'default'
        ? when('[0-9]{4}-[0-9]{2}-[0-9]{2}')
        : `try_strptime(${value}, ${text(field.format)})::DATE`;
    case 'datetime':
      return field.format === 'default'
        ? `TRY_CAST(${value} AS TIMESTAMP)`
        : `try_strptime(${value}, ${text(field.format)})`;
    case 'time':
      return `TRY_CAST(${value} AS TIME)`;
    case 'yearmonth':
      return when('[0-9]{4}-?[0-9]{2}');
  }
}

/** The fault of one row, or NULL: the first field that breaks its schema. */
export function faultExpression(fields: readonly Field[], textOf: (field: Field) => string): string {
  const branches = fields.flatMap((field, index) =>
    faultsOf(field, textOf(field)).map(([reason, condition]) => `WHEN ${condition} THEN ${faultCode(index, reason)}`),
  );
  return branches.length === 0 ? 'NULL::INTEGER' : `(CASE ${branches.join(' ')} END)::INTEGER`;
}

/** Turns a fault back into its field's position and reason. */
export function readFault(code: number): { field: number; reason: Reason } {
  return { field: Math.floor(code / REASON_BITS), reason: REASONS[code % REASON_BITS] ?? 'type' };
}

/** What sort of value broke the schema: enough to find it, nothing of what it says. */
export function valueClass(value: string): string {
  return `(CASE WHEN ${value} IS NULL OR ${value} = '' THEN 'empty'
    WHEN regexp_full_match(${value}, '[0-9]+') THEN 'digits'
    WHEN regexp_full_match(${value}, '[+-]?[0-9]*[.,][0-9]+') THEN 'decimal'
    WHEN regexp_full_match(${value}, '[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*') THEN 'date-like'
    WHEN regexp_full_match(${value}, '\\pL+') THEN 'letters'
    ELSE 'mixed' END || ' (' || coalesce(length(${value}), 0) || ' characters)')`;
}

/** Names of the DuckDB types that a Parquet column of a field may have. */
export function acceptsType(field: Field, duckdbType: string): boolean {
  const whole = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
  const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/;
  switch (field.type) {
    case 'any':
      return true;
    case 'string':
    case 'yearmonth':
      return duckdbType === 'VARCHAR' || duckdbType === 'UUID' || duckdbType.startsWith('ENUM');
    // OMOP exports from R hold identifiers as doubles; each value is still checked to be whole.
    case 'integer':
      return whole.test(duckdbType) || duckdbType === 'DOUBLE';
    case 'year':
      return whole.test(duckdbType) || duckdbType === 'DOUBLE';
    case 'number':
      return numeric.test(duckdbType);
    case 'boolean':
      return duckdbType === 'BOOLEAN';
    case 'date':
      return duckdbType === 'DATE' || duckdbType.startsWith('TIMESTAMP');
    case 'datetime':
      return duckdbType.startsWith('TIMESTAMP');
    case 'time':
      return duckdbType.startsWith('TIME');
  }
}

function faultsOf(field: Field, value: string): [Reason, string][] {
  const typed = typedValue(field, value);
  const faults: [Reason, string][] = [];
  if (field.required) faults.push(['required', `${value} IS NULL`]);
  if (field.type !== 'string' && field.type !== 'any')
    faults.push(['type', `${value} IS NOT NULL AND ${typed} IS NULL`]);
  if (field.minLength !== undefined) faults.push(['too-short', `length(${value}) < ${field.minLength}`]);
  if (field.maxLength !== undefined) faults.push(['too-long', `length(${value}) > ${field.maxLength}`]);
  if (field.minimum !== undefined) faults.push(['below-minimum', `${typed} < ${boundLiteral(field, field.minimum)}`]);
  if (field.maximum !== undefined) faults.push(['above-maximum', `${typed} > ${boundLiteral(field, field.maximum)}`]);
  if (field.pattern !== undefined) faults.push(['pattern', `NOT regexp_full_match(${value}, ${text(field.pattern)})`]);
  if (field.enum !== undefined)
    faults.push(['not-in-list', `${value} IS NOT NULL AND NOT list_contains(${textList(field.enum)}, ${value})`]);
  return faults;
}

/** The code of a fault: field position × 16 + position of the reason. */
export function faultCode(field: number, reason: Reason): number {
  return field * REASON_BITS + REASONS.indexOf(reason);
}

function boundLiteral(field: Field, value: string): string {
  const numeric = field.type === 'integer' || field.type === 'number' || field.type === 'year';
  return numeric ? literal(Number(value)) : `CAST(${text(value)} AS ${SQL_TYPE[field.type]})`;
}
