/**
 * The permit as SQL: which rows of a table are of the period, which persons are of the population,
 * and the one statement that writes a table's permitted columns under pseudonyms.
 */
import { found } from '../found.js';
import type { Criterion, Period, Population } from './permit-scope.js';
import { identifier, literal, text } from './sql.js';
import { identifyingColumns, PERSON, type TableSchema } from './table-schema.js';

/** A source as DuckDB reads it: a FROM expression, and the types of its columns. */
export interface Source {
  readonly from: string;
  readonly types: ReadonlyMap<string, string>;
  readonly schema: TableSchema;
  /** In how many files it was delivered. */
  readonly files: number;
}

const WHOLE = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/;

/**
 * The common form of an identifier that tables hold in different types (6, 6.0 and '6' are one
 * person): whole numbers lose their fraction, everything is compared and pseudonymised as text.
 */
export function canonicalKey(source: Source, column: string): string {
  const type = source.types.get(column) ?? 'VARCHAR';
  const name = `s.${identifier(column)}`;
  if (type === 'VARCHAR') return name;
  if (WHOLE.test(type)) return `CAST(${name} AS VARCHAR)`;
  if (type === 'DOUBLE' || type === 'FLOAT') {
    return `CASE WHEN ${name} = trunc(${name}) THEN CAST(TRY_CAST(${name} AS BIGINT) AS VARCHAR) ELSE CAST(${name} AS VARCHAR) END`;
  }
  return `CAST(${name} AS VARCHAR)`;
}

/** Rows of the period. A row without a date is not known to be in it, so it stays out. */
export function withinPeriod(source: Source, period: Period | null): string {
  const column = source.schema.dateColumn;
  if (period === null || column === null) return 'true';
  return `CAST(s.${identifier(column)} AS DATE) BETWEEN ${text(period.from)}::DATE AND ${text(period.to)}::DATE`;
}

/** A query for the keys of the population. */
export function populationQuery(
  population: Population,
  period: Period | null,
  sourceOf: (of: Criterion) => Source,
): string {
  const query = (criterion: Criterion) => {
    const source = sourceOf(criterion);
    const key = canonicalKey(source, found(source.schema.personKey, 'a person key'));
    return `SELECT ${key} AS id FROM ${source.from} s WHERE ${withinPeriod(source, period)} AND ${condition(criterion)}`;
  };
  const everyone = `SELECT id FROM everyone`;
  const included = population.include.length === 0 ? everyone : population.include.map(query).join(' INTERSECT ');
  return [`(${included})`, ...population.exclude.map((criterion) => `(${query(criterion)})`)].join(' EXCEPT ');
}

/** A query for the distinct keys of a kind in a source's rows of the period. */
export function keysQuery(source: Source, column: string, period: Period | null): string {
  return `SELECT DISTINCT ${canonicalKey(source, column)} AS id FROM ${source.from} s WHERE ${withinPeriod(source, period)}`;
}

/** The name of the temporary table that maps the identifiers of a kind to pseudonyms. */
export function mapTable(kind: string): string {
  return identifier(`pseudonyms of ${kind}`);
}

/** The permitted columns of the permitted rows, in an order that tells nothing of the source's. */
export function permittedRows(source: Source, columns: readonly string[], period: Period | null): string {
  const kinds = identifyingColumns(source.schema);
  const { personKey } = source.schema;
  const joined = [...kinds.keys()].filter((column) => columns.includes(column) || column === personKey);
  const alias = new Map(joined.map((column, index) => [column, `m${index}`]));
  const selected = columns.map((column) => {
    const map = alias.get(column);
    return map === undefined ? `s.${identifier(column)}` : `${map}.pseudonym AS ${identifier(column)}`;
  });
  const joins = joined.map((column) => {
    const map = found(alias.get(column), 'a mapping');
    // Inner for the person: a row of somebody outside the population, or of nobody, stays out.
    const kind = column === personKey ? 'JOIN' : 'LEFT JOIN';
    return `${kind} ${mapTable(found(kinds.get(column), 'a kind'))} ${map} ON ${map}.id = ${canonicalKey(source, column)}`;
  });
  const order = personKey ?? joined[0];
  // Two projects that kept the source's order could match their pseudonyms line by line.
  const sorted =
    order === undefined ? '' : ` ORDER BY ${pseudonymOrder(found(alias.get(order), 'a mapping'), source.files)}`;
  return `SELECT ${selected.join(', ')} FROM ${source.from} s ${joins.join(' ')} WHERE ${withinPeriod(source, period)}${sorted}`;
}

/**
 * By pseudonym, then by position in the delivered files, which makes the order (thus the bytes) the
 * same on every run. Both packed into one whole number sort a third faster than two keys.
 */
function pseudonymOrder(map: string, files: number): string {
  if (files > 1) return `${map}.rank, s.filename, s.file_row_number`;
  return `(coalesce(${map}.rank, 0)::UBIGINT << 32) | s.file_row_number::UBIGINT`;
}

/** Kinds and columns for which a table needs a mapping. */
export function neededKeys(schema: TableSchema, columns: readonly string[]): { column: string; kind: string }[] {
  return [...identifyingColumns(schema)]
    .filter(([column, kind]) => kind === PERSON || columns.includes(column))
    .map(([column, kind]) => ({ column, kind }));
}

function condition({ column, operator, values }: Criterion): string {
  const name = `s.${identifier(column)}`;
  const [first, second] = [values[0] ?? '', values[1] ?? ''];
  switch (operator) {
    case 'equals':
      return `${name} = ${literal(first)}`;
    case 'in':
      return `${name} IN (${values.map(literal).join(', ')})`;
    case 'between':
      return `${name} BETWEEN ${literal(first)} AND ${literal(second)}`;
    case 'at-least':
      return `${name} >= ${literal(first)}`;
    case 'at-most':
      return `${name} <= ${literal(first)}`;
    case 'starts-with':
      return `starts_with(CAST(${name} AS VARCHAR), ${literal(String(first))})`;
  }
}
