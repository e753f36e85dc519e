/**
 * Carries out a preparation plan in DuckDB: checks and types the sources, maps identifiers to the
 * project's pseudonyms, writes each permitted table, and says what came of it. It only ever writes
 * below `out`; whoever started it publishes that directory by renaming it, or throws it away.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { blobValue, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { closingSettings } from '../engine/closing-settings.js';
import { found } from '../found.js';
import { leaveOut } from './leave-out.client.js';
import type { ManifestInput, Prepared, PreparedTable } from './manifest.js';
import type { OptOutReport, OptOuts } from './opt-outs.js';
import { type Criterion, tableName } from './permit-scope.js';
import type { PlannedTable, PreparationPlan } from './plan.js';
import { hmacBlocks, hmacExpression, uuidExpression } from './pseudonym.js';
import { keysQuery, mapTable, neededKeys, permittedRows, populationQuery, type Source } from './restriction.js';
import { columnTypes, openSource } from './source.client.js';
import { text } from './sql.js';
import { identifyingColumns, PERSON } from './table-schema.js';

export interface PreparationSetting {
  readonly plan: PreparationPlan;
  /** The project's key for each kind of identifier of the plan. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly optOuts: OptOuts;
  readonly out: string;
  readonly readable: readonly string[];
  readonly memoryMiB: number;
  readonly spillMiB: number;
  readonly threads: number;
}

/** Prepares a workspace's data, or names what breaks a schema. Faults of the engine throw. */
export async function prepare(setting: PreparationSetting): Promise<Prepared> {
  const work = join(setting.out, '.work');
  await mkdir(work, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  try {
    for (const statement of closingSettings({
      ...setting,
      directories: [setting.out, ...setting.readable],
      spill: work,
    }))
      await db.run(statement);
    return await carryOut(db, setting, work);
  } finally {
    db.closeSync();
    instance.closeSync();
    await rm(work, { recursive: true, force: true });
  }
}

async function carryOut(db: DuckDBConnection, setting: PreparationSetting, work: string): Promise<Prepared> {
  const sources = new Map<string, Source>();
  const inputs: ManifestInput[] = [];
  for (const [index, delivery] of setting.plan.sources.entries()) {
    const staging = join(work, String(index));
    await mkdir(staging, { recursive: true });
    const opened = await openSource(db, delivery, staging);
    if (!opened.ok) return opened;
    sources.set(tableName(delivery), opened.source);
    inputs.push({
      dataset: delivery.dataset,
      table: delivery.table,
      rows: opened.rows,
      sha256: delivery.files.map((file) => file.sha256),
    });
  }
  const optOuts = await mapIdentifiers(db, setting, sources);
  const tables: PreparedTable[] = [];
  for (const table of setting.plan.tables)
    tables.push(await writeTable(db, setting, table, found(sources.get(tableName(table)), 'a source')));
  const { permit, project } = setting.plan.scope;
  const [count] = (
    await db.runAndReadAll(`SELECT count(*)::INTEGER AS persons FROM ${mapTable(PERSON)}`)
  ).getRowObjects();
  const persons = Number(count?.['persons']);
  return { ok: true, manifest: { format: 1, permit, project, persons, optOuts, tables, inputs } };
}

async function mapIdentifiers(
  db: DuckDBConnection,
  { plan, keys, optOuts }: PreparationSetting,
  sources: ReadonlyMap<string, Source>,
): Promise<OptOutReport> {
  const queries = new Map<string, string[]>([[PERSON, []]]);
  for (const table of plan.tables) {
    const source = found(sources.get(tableName(table)), 'a source');
    for (const { column, kind } of neededKeys(source.schema, table.columns)) {
      // Another person's identifier (a mother's) does not make that person part of the project.
      if (kind === PERSON && column !== source.schema.personKey) continue;
      queries.set(kind, [...(queries.get(kind) ?? []), keysQuery(source, column, plan.scope.period)]);
    }
  }
  let report: OptOutReport | undefined;
  for (const [kind, selects] of queries) {
    const everyone = selects.length === 0 ? `SELECT NULL::VARCHAR AS id WHERE false` : selects.join(' UNION ');
    await db.run(`CREATE OR REPLACE TEMP TABLE everyone AS SELECT id FROM (${everyone}) WHERE id IS NOT NULL`);
    let chosen = 'everyone';
    if (kind === PERSON) ({ persons: chosen, report } = await leaveOut(db, ofPopulation(plan, sources), optOuts));
    await mapKind(db, kind, chosen, keys.get(kind));
  }
  await db.run('DROP TABLE everyone');
  return found(report, 'the report on opt-outs');
}

function ofPopulation({ scope }: PreparationPlan, sources: ReadonlyMap<string, Source>): string {
  if (scope.population === null) return 'everyone';
  const sourceOf = (of: Criterion) => found(sources.get(tableName(of)), 'a source');
  return `(SELECT id FROM everyone INTERSECT (${populationQuery(scope.population, scope.period, sourceOf)}))`;
}

async function mapKind(db: DuckDBConnection, kind: string, chosen: string, key: Uint8Array | undefined): Promise<void> {
  if (key === undefined) throw new Error(`There is no key for identifiers of the kind ${kind}.`);
  const { inner, outer } = hmacBlocks(key);
  await db.run(
    `CREATE TEMP TABLE ${mapTable(kind)} AS SELECT id, pseudonym, (row_number() OVER (ORDER BY pseudonym))::UINTEGER AS rank FROM (` +
      `SELECT id, ${uuidExpression('h')} AS pseudonym FROM (SELECT id, ${hmacExpression('id')} AS h FROM ${chosen}))`,
    { inner: blobValue(inner), outer: blobValue(outer) },
  );
}

async function writeTable(
  db: DuckDBConnection,
  { plan, out }: PreparationSetting,
  table: PlannedTable,
  source: Source,
): Promise<PreparedTable> {
  const path = join(out, table.output);
  await mkdir(dirname(path), { recursive: true });
  const written = await db.run(
    `COPY (${permittedRows(source, table.columns, plan.scope.period)}) TO ${text(path)} (FORMAT parquet)`,
  );
  const types = await columnTypes(db, `read_parquet(${text(path)})`);
  const pseudonyms = identifyingColumns(source.schema);
  return {
    dataset: table.dataset,
    table: table.table,
    file: table.output,
    rows: written.rowsChanged,
    bytes: (await stat(path)).size,
    sha256: await hashFile(path),
    columns: table.columns.map((name) => ({
      name,
      type: found(types.get(name), 'a column'),
      pseudonym: pseudonyms.has(name),
    })),
  };
}

/** SHA-256 of a file of any size, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
