import type { SchemaBreach } from './manifest.js';
import { tableName } from './permit-scope.js';
import type { DeliveredFile, Delivery } from './plan.js';
import { identifier, text } from './sql.js';
import type { Field } from './table-schema.js';

/** A delivered CSV file as the engine reads it: everything text, what cannot be read set aside. */
export function readCsv(delivery: Delivery, file: DeliveredFile, columns: readonly string[]): string {
  const { delimiter, quoteChar, encoding } = delivery.schema.dialect;
  const typed = columns.map((column) => `${text(column)}: 'VARCHAR'`).join(', ');
  return (
    `read_csv(${text(file.path)}, auto_detect = false, header = true, delim = ${text(delimiter)}, quote = ${text(quoteChar)}, ` +
    `escape = ${text(quoteChar)}, encoding = ${text(encoding)}, columns = {${typed}}, store_rejects = true)`
  );
}

/** A column as text; whole numbers without the point that their type gives them. */
export function wholeText(field: Field, type: string): string {
  const name = identifier(field.name);
  const whole = field.type === 'integer' && (type === 'DOUBLE' || type === 'FLOAT');
  return whole
    ? `(CASE WHEN ${name} = trunc(${name}) THEN CAST(TRY_CAST(${name} AS BIGINT) AS VARCHAR) ELSE CAST(${name} AS VARCHAR) END)`
    : `CAST(${name} AS VARCHAR)`;
}

export function hasConstraint({
  required,
  minLength,
  maxLength,
  minimum,
  maximum,
  pattern,
  enum: list,
}: Field): boolean {
  return required || [minLength, maxLength, minimum, maximum, pattern, list].some((bound) => bound !== undefined);
}

/** What of a delivery contradicts its schema: the place and the class of the value, never the value. */
export function breach(delivery: Delivery, of: Partial<SchemaBreach> & { reason: string }): SchemaBreach {
  return { table: tableName(delivery), row: null, column: null, valueClass: null, ...of };
}

/** The first word of an engine's message is its class; what follows quotes the data. */
export function engineReason(error: unknown): string {
  const kind = /^([A-Za-z ]{3,40}) Error/.exec(error instanceof Error ? error.message : '')?.[1];
  return `the file is not readable (${kind?.toLowerCase() ?? 'unknown'} error)`;
}
