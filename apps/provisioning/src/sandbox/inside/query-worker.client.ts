/**
 * Runs inside the sandbox, for one person in one workspace: opens DuckDB over the workspace's
 * Parquet, closes it, and answers one query after another.
 */
import { setTimeout } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance, JsonDuckDBValueConverter, StatementType } from '@duckdb/node-api';
import { closingSettings } from '../../engine/closing-settings.js';
import { identifier, text } from '../../preparation/sql.js';
import {
  ALLOWED_STATEMENTS,
  type Cell,
  type FromWorker,
  type OpenWorkspace,
  type RunQuery,
  type ToWorker,
  type VisibleTable,
} from '../query-protocol.js';
import { INSIDE } from '../walls.js';
import { listen, say } from './pipe.client.js';
import { openWalls } from './walls-check.client.js';

let db: DuckDBConnection | null = null;

listen((message) => {
  const order = message as ToWorker;
  if (order.kind === 'interrupt') db?.interrupt();
  else if (order.kind === 'open') void open(order);
  else void answer(order).then(say);
});

async function open(order: OpenWorkspace): Promise<void> {
  // Checked in every sandbox, not only once: a host can change under a running service.
  const gaps = await openWalls();
  if (gaps.length > 0) process.exit(1);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await attachPrivate(connection);
  for (const statement of views(order.tables)) await connection.run(statement);
  await connection.run(`SET search_path = 'private.main,memory.main'`);
  const closing = closingSettings({
    directories: [`${INSIDE.data}/`, `${INSIDE.private}/`],
    spill: `${INSIDE.private}/spill`,
    spillMiB: order.spillMiB,
    memoryMiB: order.memoryMiB,
    threads: order.threads,
  });
  for (const statement of closing) await connection.run(statement);
  db = connection;
  say({ kind: 'ready' } satisfies FromWorker);
}

/** The person's last sandbox may still be ending, and holds the lock until it has. */
async function attachPrivate(connection: DuckDBConnection, attempts = 40): Promise<void> {
  try {
    await connection.run(`ATTACH ${text(`${INSIDE.private}/private.duckdb`)} AS private`);
  } catch (error) {
    if (attempts === 0 || !/lock/i.test(String(error))) throw error;
    await setTimeout(50);
    await attachPrivate(connection, attempts - 1);
  }
}

/** Each table under its dataset's name, and by its bare name where only one dataset has it. */
function views(tables: readonly VisibleTable[]): string[] {
  const bare = new Map<string, number>();
  for (const { table } of tables) bare.set(table, (bare.get(table) ?? 0) + 1);
  return tables.flatMap(({ dataset, table, file }) => {
    const rows = `SELECT * FROM read_parquet(${text(`${INSIDE.data}/${file}`)})`;
    const named = [
      `ATTACH IF NOT EXISTS ':memory:' AS ${identifier(dataset)}`,
      `CREATE VIEW ${identifier(dataset)}.${identifier(table)} AS ${rows}`,
    ];
    return bare.get(table) === 1
      ? [...named, `CREATE OR REPLACE VIEW memory.main.${identifier(table)} AS ${rows}`]
      : named;
  });
}

async function answer(order: RunQuery): Promise<FromWorker> {
  try {
    if (db === null) throw new Error('The workspace is not open.');
    const statements = await db.extractStatements(order.sql);
    if (statements.count !== 1)
      return {
        kind: 'failed',
        code: 'not-one-statement',
        message: `A query is one statement; this is ${statements.count}.`,
      };
    const statement = await statements.prepare(0);
    const kind = StatementType[statement.statementType];
    if (!ALLOWED_STATEMENTS.has(kind))
      return { kind: 'failed', code: 'statement-not-allowed', message: `${kind} is not allowed in a workspace.` };
    return await read(await statement.stream(), order);
  } catch (error) {
    return { kind: 'failed', code: 'error', message: error instanceof Error ? error.message : 'The query failed.' };
  }
}

async function read(result: Awaited<ReturnType<DuckDBConnection['stream']>>, order: RunQuery): Promise<FromWorker> {
  const columns = result.columnNames().map((name, index) => ({ name, type: String(result.columnType(index)) }));
  const numeric = columns.map(({ type }) => /^(U?(BIG|HUGE)INT|DECIMAL\(.*\))$/.test(type));
  const rows: Cell[][] = [];
  let bytes = 0;
  let truncated = false;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0 && !truncated;
    chunk = truncated ? null : await result.fetchChunk()
  ) {
    for (const exact of chunk.convertRows(JsonDuckDBValueConverter) as Cell[][]) {
      const row = exact.map((cell, index) => (numeric[index] ? plainNumber(cell) : cell));
      bytes += JSON.stringify(row).length;
      if (rows.length >= order.maxRows || bytes > order.maxBytes) {
        truncated = true;
        break;
      }
      rows.push(row);
    }
  }
  return { kind: 'result', columns, rows, truncated };
}

/** Wide numbers travel as text; those that a JSON number holds exactly become one. */
function plainNumber(cell: Cell): Cell {
  const digits = typeof cell === 'string' ? cell.replace(/[^0-9]/g, '').replace(/^0+/, '').length : 0;
  return typeof cell === 'string' && digits <= 15 ? Number(cell) : cell;
}
