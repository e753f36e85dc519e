import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchHub } from '../hub/start-hub.js';
import { sleep } from '../statistics.js';
import { withClient } from './clone-tables.js';
import { readStatements, type Statement } from './statement-log.js';

/** Runs `work` and answers, with its result, every statement that any service gave to Postgres meanwhile. */
export async function capture<Result>(
  hub: BenchHub,
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: Statement[] }> {
  const log = join(hub.home, 'logs', 'postgres.log');
  await logStatements(hub, true);
  const from = (await stat(log)).size;
  try {
    const result = await work();
    await sleep(1_000); // what other services do in reaction to its last step
    return { result, statements: readStatements(await textFrom(log, from)) };
  } finally {
    await logStatements(hub, false);
  }
}

async function logStatements(hub: BenchHub, on: boolean): Promise<void> {
  await withClient(hub.databaseUrl('postgres'), async (admin) => {
    await admin.query(on ? `ALTER SYSTEM SET log_statement = 'all'` : 'ALTER SYSTEM RESET log_statement');
    await admin.query('SELECT pg_reload_conf()');
  });
  await sleep(500); // sessions notice at their next statement
}

async function textFrom(file: string, from: number): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(size - from);
    await handle.read(buffer, 0, buffer.length, from);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
