import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.js';
import { lastLines, StartRefused } from './start-refused.js';

const run = promisify(execFile);

export interface Initialise {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly password: string;
  readonly durable: boolean;
}

/** Makes a database cluster in `data`, which appears whole or not at all: initdb may be interrupted half-way. */
export async function initialise({ binaries, data, password, durable }: Initialise): Promise<void> {
  const part = `${data}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  const secret = await mkdtemp(join(tmpdir(), 'hub-initdb-'));
  const passwordFile = join(secret, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (binaries.runAs !== undefined) {
      for (const path of [part, secret, passwordFile]) await chown(path, binaries.runAs.uid, binaries.runAs.gid);
    }
    await run(binaries.initdb, initdbArguments(binaries, part, passwordFile, durable), {
      ...binaries.runAs,
      cwd: part,
    });
    await rename(part, data);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    const said = lastLines((error as { stderr?: string }).stderr ?? String(error), 3);
    throw /No space left/.test(said)
      ? Object.assign(new Error(said), { code: 'ENOSPC' })
      : new StartRefused(`Postgres could not initialise ${data}: ${said}`);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}

function initdbArguments(binaries: PostgresBinaries, data: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${binaries.runAs !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres's own collation: an update of the machine's C library cannot corrupt an index.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
}
