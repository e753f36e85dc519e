/**
 * Opens a delivery in DuckDB: a CSV is checked and typed into a staged Parquet file in one scan, a
 * Parquet file is checked where it lies. Errors of the engine never leave: they quote values.
 */

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { found } from '../found.js';
import { readHeader } from './csv-header.js';
import { breach, engineReason, hasConstraint, readCsv, wholeText } from './delivered.js';
import { acceptsType, faultExpression, presentText, readFault, typedValue, valueClass } from './field-checks.js';
import type { SchemaBreach } from './manifest.js';
import type { DeliveredFile, Delivery } from './plan.js';
import type { Source } from './restriction.js';
import { identifier, text, textList } from './sql.js';
import type { Field } from './table-schema.js';

export type Opened = { ok: true; source: Source; rows: number } | { ok: false; breaches: SchemaBreach[] };

/** Reads a delivery's schema into the engine; `staging` is a directory to type CSV files into. */
export async function openSource(db: DuckDBConnection, delivery: Delivery, staging: string): Promise<Opened> {
  const parts: string[] = [];
  for (const [index, file] of delivery.files.entries()) {
    const breaches =
      delivery.format === 'csv'
        ? await stageCsv(db, delivery, file, join(staging, `${index}.parquet`))
        : await checkParquet(db, delivery, file);
    if (breaches.length > 0) return { ok: false, breaches };
    parts.push(delivery.format === 'csv' ? join(staging, `${index}.parquet`) : file.path);
  }
  const unique = await checkUnique(db, delivery, parts);
  if (unique.length > 0) return { ok: false, breaches: unique };
  const from = `read_parquet(${textList(parts)}${parts.length > 1 ? ', filename = true' : ''})`;
  const types = await columnTypes(db, from);
  const [count] = await rows(db, `SELECT count(*) AS n FROM ${from}`);
  return {
    ok: true,
    rows: Number(count?.['n']),
    source: { from, types, schema: delivery.schema, files: parts.length },
  };
}

async function stageCsv(
  db: DuckDBConnection,
  delivery: Delivery,
  file: DeliveredFile,
  target: string,
): Promise<SchemaBreach[]> {
  const { schema } = delivery;
  const header = readHeader(await firstBytes(file.path), schema);
  if (!header.ok) return header.reasons.map((reason) => breach(delivery, { reason }));
  const textOf = (field: Field) => presentText(field, schema.missingValues);
  const typed = schema.fields.map((field) => `${typedValue(field, textOf(field))} AS ${identifier(field.name)}`);
  const fault = faultExpression(schema.fields, textOf);
  const reading = readCsv(delivery, file, header.columns);
  try {
    await db.run(
      `COPY (SELECT ${typed.join(', ')}, ${fault} AS "schema fault" FROM ${reading}) TO ${text(target)} (FORMAT parquet)`,
    );
  } catch (error) {
    const structural = await rejectedLines(db, delivery);
    return structural.length > 0 ? structural : [breach(delivery, { reason: engineReason(error) })];
  }
  const structural = await rejectedLines(db, delivery);
  if (structural.length > 0) return structural;
  const faults = await rows(
    db,
    `SELECT file_row_number AS position, "schema fault" AS fault FROM read_parquet(${text(target)}) WHERE "schema fault" IS NOT NULL ORDER BY position LIMIT 10`,
  );
  const breaches: SchemaBreach[] = [];
  for (const { position, fault: code } of faults)
    breaches.push(await describeFault(db, delivery, reading, Number(position), Number(code)));
  return breaches;
}

async function checkParquet(db: DuckDBConnection, delivery: Delivery, file: DeliveredFile): Promise<SchemaBreach[]> {
  const { fields } = delivery.schema;
  const from = `read_parquet(${text(file.path)})`;
  let types: ReadonlyMap<string, string>;
  try {
    types = await columnTypes(db, from);
  } catch {
    return [breach(delivery, { reason: 'the file is not readable as Parquet' })];
  }
  const mistyped = fields.flatMap((field) => {
    const type = types.get(field.name);
    if (type === undefined)
      return [breach(delivery, { column: field.name, reason: 'the field is missing from the file' })];
    return acceptsType(field, type)
      ? []
      : [breach(delivery, { column: field.name, reason: `the file has ${type}, the schema says ${field.type}` })];
  });
  const constrained = fields.filter(
    (field) => hasConstraint(field) || (types.get(field.name) === 'DOUBLE' && field.type === 'integer'),
  );
  if (mistyped.length > 0 || constrained.length === 0) return mistyped;
  const textOf = (field: Field) => wholeText(field, found(types.get(field.name), 'a column'));
  const fault = faultExpression(constrained, textOf);
  const faults = await rows(
    db,
    `SELECT position, fault FROM (SELECT file_row_number AS position, ${fault} AS fault FROM ${from}) WHERE fault IS NOT NULL ORDER BY position LIMIT 10`,
  );
  const view = { ...delivery, schema: { ...delivery.schema, fields: constrained } };
  return Promise.all(
    faults.map(({ position, fault: code }) => describeFault(db, view, from, Number(position), Number(code), textOf)),
  );
}

async function checkUnique(
  db: DuckDBConnection,
  delivery: Delivery,
  parts: readonly string[],
): Promise<SchemaBreach[]> {
  const breaches: SchemaBreach[] = [];
  for (const field of delivery.schema.fields.filter(({ unique }) => unique)) {
    const name = identifier(field.name);
    const [twice] = await rows(
      db,
      `SELECT 1 AS n FROM read_parquet(${textList(parts)}) WHERE ${name} IS NOT NULL GROUP BY ${name} HAVING count(*) > 1 LIMIT 1`,
    );
    if (twice !== undefined) breaches.push(breach(delivery, { column: field.name, reason: 'not-unique' }));
  }
  return breaches;
}

async function describeFault(
  db: DuckDBConnection,
  delivery: Delivery,
  from: string,
  at: number,
  code: number,
  textOf: (field: Field) => string = (field) => identifier(field.name),
): Promise<SchemaBreach> {
  const { field: position, reason } = readFault(code);
  const field = found(delivery.schema.fields[position], 'a field');
  const [described] = await rows(
    db,
    `SELECT ${valueClass(textOf(field))} AS value_class FROM (SELECT *, row_number() OVER () AS position FROM ${from}) WHERE position = ${at + 1}`,
  );
  return breach(delivery, {
    row: at + 1,
    column: field.name,
    valueClass: String(described?.['value_class'] ?? ''),
    reason,
  });
}

async function rejectedLines(db: DuckDBConnection, delivery: Delivery): Promise<SchemaBreach[]> {
  const rejected = await rows(db, 'SELECT line, error_type FROM reject_errors ORDER BY line LIMIT 10').catch(() => []);
  return rejected.map(({ line, error_type: type }) =>
    breach(delivery, { row: Math.max(1, Number(line) - 1), valueClass: 'a line', reason: String(type).toLowerCase() }),
  );
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Column names and DuckDB types of a FROM expression. */
export async function columnTypes(db: DuckDBConnection, from: string): Promise<ReadonlyMap<string, string>> {
  const described = await rows(db, `SELECT column_name, column_type FROM (DESCRIBE FROM ${from})`);
  return new Map(described.map((column) => [String(column['column_name']), String(column['column_type'])]));
}

async function rows(db: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await db.runAndReadAll(sql)).getRowObjectsJson();
}
