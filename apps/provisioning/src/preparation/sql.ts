/**
 * Quoting for the SQL this service writes itself. Names and values of permits and schemas come
 * from people, so nothing reaches a statement without passing one of these.
 */

/** A quoted identifier: `person"id` → `"person""id"`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A quoted text literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A literal of a declarative filter: a finite number stays a number, all else is text. */
export function literal(value: string | number): string {
  if (typeof value === 'string') return text(value);
  if (!Number.isFinite(value)) throw new RangeError('A filter value must be a finite number.');
  return String(value);
}

/** A list of text literals: `['a', 'b']`. */
export function textList(values: readonly string[]): string {
  return `[${values.map(text).join(', ')}]`;
}
