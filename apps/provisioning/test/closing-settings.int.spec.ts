/** The second wall alone: DuckDB, closed, without the operating system's help. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { closingSettings } from '../src/engine/closing-settings.js';
import { folder } from './small-data.js';

let db: DuckDBConnection;
let home: string;

beforeAll(async () => {
  home = await folder();
  await mkdir(join(home, 'in'));
  await writeFile(join(home, 'in', 'a.csv'), 'a\n1\n');
  await writeFile(join(home, 'out.csv'), 'a\n2\n');
  await symlink(join(home, 'out.csv'), join(home, 'in', 'link.csv'));
  db = await (await DuckDBInstance.create(':memory:')).connect();
  for (const statement of closingSettings({
    directories: [`${home}/in/`],
    spill: `${home}/in/spill`,
    spillMiB: 10,
    memoryMiB: 100,
    threads: 1,
  }))
    await db.run(statement);
});

it('reads what it may', async () => {
  expect((await db.runAndReadAll(`SELECT * FROM '${home}/in/a.csv'`)).getRowsJson()).toEqual([['1']]);
});

it.each([
  "SELECT * FROM read_text('HOME/out.csv')",
  "SELECT * FROM read_text('HOME/in/../out.csv')",
  "SELECT * FROM read_text('/etc/passwd')",
  "COPY (SELECT 1) TO 'HOME/out2.csv'",
  "ATTACH 'HOME/x.duckdb'",
  'INSTALL httpfs',
  'LOAD httpfs',
  "SELECT * FROM 'http://127.0.0.1:1/a.csv'",
  'SET enable_external_access = true',
  'SET lock_configuration = false',
  "SET memory_limit = '9GB'",
  "SELECT * FROM read_text('HOME/*.csv')",
])('refuses %s', async (sql) => {
  await expect(db.run(sql.replace('HOME', home))).rejects.toThrow();
});

it('does not follow a link that leads out', async () => {
  await expect(db.runAndReadAll(`SELECT * FROM read_text('${home}/in/link.csv')`)).rejects.toThrow();
});
