/**
 * From a permit and what holders delivered to what is read and written. A plan exists only if the
 * deliveries cover the permit exactly; otherwise every gap is named at once.
 */
import { found } from '../found.js';
import { type Criterion, type PermitScope, tableName } from './permit-scope.js';
import type { TableSchema } from './table-schema.js';

/** A table as delivered: one or several files of one format, with the schema they keep. */
export interface Delivery {
  readonly dataset: string;
  readonly table: string;
  readonly format: 'csv' | 'parquet';
  readonly schema: TableSchema;
  readonly files: readonly DeliveredFile[];
}

export interface DeliveredFile {
  /** Where the preparation finds it: a path inside its sandbox. */
  readonly path: string;
  readonly sha256: string;
}

export interface PlannedTable {
  readonly dataset: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly source: Delivery;
  /** Path of the result, relative to the workspace's data. */
  readonly output: string;
}

export interface PreparationPlan {
  readonly scope: PermitScope;
  readonly tables: readonly PlannedTable[];
  /** Every delivery that is read: those of the tables and those that criteria look into. */
  readonly sources: readonly Delivery[];
}

export interface Gap {
  readonly code: 'not-delivered' | 'column-not-delivered' | 'criterion-without-person' | 'nothing-permitted';
  readonly table: string;
  readonly column?: string;
}

export type Planned = { ok: true; plan: PreparationPlan } | { ok: false; gaps: Gap[] };

/** Matches a permit with deliveries. */
export function planPreparation(scope: PermitScope, deliveries: readonly Delivery[]): Planned {
  const delivered = new Map(deliveries.map((delivery) => [tableName(delivery), delivery]));
  const criteria = [...(scope.population?.include ?? []), ...(scope.population?.exclude ?? [])];
  const gaps = [
    ...scope.tables.flatMap((table) => gapsOf(tableName(table), table.columns, delivered)),
    ...criteria.flatMap((criterion) => gapsOfCriterion(criterion, delivered)),
  ];
  if (scope.tables.length === 0) gaps.push({ code: 'nothing-permitted', table: '' });
  if (gaps.length > 0) return { ok: false, gaps: distinct(gaps) };
  const tables = scope.tables.map((table) => ({
    ...table,
    source: found(delivered.get(tableName(table)), 'a delivery'),
    output: `${fileName(table.dataset)}/${fileName(table.table)}.parquet`,
  }));
  const read = new Set([...scope.tables.map(tableName), ...criteria.map(tableName)]);
  return {
    ok: true,
    plan: { scope, tables, sources: [...read].sort().map((name) => found(delivered.get(name), 'a delivery')) },
  };
}

/** A name that is safe as a file name and as different as the name it stands for. */
export function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function gapsOf(name: string, columns: readonly string[], delivered: ReadonlyMap<string, Delivery>): Gap[] {
  const delivery = delivered.get(name);
  if (delivery === undefined) return [{ code: 'not-delivered', table: name }];
  if (columns.length === 0) return [{ code: 'nothing-permitted', table: name }];
  const fields = new Set(delivery.schema.fields.map((field) => field.name));
  return columns
    .filter((column) => !fields.has(column))
    .map((column) => ({ code: 'column-not-delivered', table: name, column }));
}

function gapsOfCriterion(criterion: Criterion, delivered: ReadonlyMap<string, Delivery>): Gap[] {
  const name = tableName(criterion);
  const gaps = gapsOf(name, [criterion.column], delivered);
  if (gaps.length > 0 || found(delivered.get(name), 'a delivery').schema.personKey !== null) return gaps;
  return [{ code: 'criterion-without-person', table: name }];
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}
