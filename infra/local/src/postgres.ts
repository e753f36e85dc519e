import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { exists } from './cache-folder.js';
import { type Child, startChild } from './child.js';
import { freePort } from './free-port.js';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import { createDatabase } from './postgres-databases.js';
import { initialise } from './postgres-initdb.js';
import { identify, type ProcessIdentity, sleep, stopProcess } from './process-identity.js';
import { lastLines, StartRefused } from './start-refused.js';

export interface PostgresOptions {
  /** Holds `data`, `admin-password` and, without `logFile`, `postgres.log`. Made if missing; kept between starts. */
  readonly dir: string;
  readonly port?: number;
  /** `false` never waits for the disk: fast, and a crash of the machine may lose all. For tests. */
  readonly durable?: boolean;
  /** Killed when this process ends. For tests; the default is the opposite of `durable`. */
  readonly dieWithParent?: boolean;
  readonly logFile?: string;
  readonly maxConnections?: number;
  /** Called as soon as the process exists, before it is ready. */
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

export interface RunningPostgres {
  readonly port: number;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  readonly adminUrl: string;
  readonly ended: Promise<string>;
  /** A database and a role of that name, its owner; nobody else may connect. Answers its URL. Repeatable. */
  createDatabase(name: string, password?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts Postgres on 127.0.0.1 and resolves when it answers. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  await mkdir(options.dir, { recursive: true, mode: 0o755 });
  const dir = await realpath(options.dir);
  const binaries = await postgresBinaries();
  const password = await adminPassword(dir);
  const data = join(dir, 'data');
  if (!(await exists(data))) await initialise({ binaries, data, password, durable: options.durable ?? true });
  await removeStalePidFile(data);
  const port = options.port ?? (await freePort());
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const child = await launch({
    binaries,
    data,
    port,
    adminUrl,
    options,
    logFile: options.logFile ?? join(dir, 'postgres.log'),
  });
  return {
    port,
    pid: child.pid,
    identity: child.identity,
    adminUrl,
    ended: child.ended,
    createDatabase: (name, own) => createDatabase(adminUrl, name, own),
    // SIGINT is Postgres's "fast" shutdown: sessions are cut, everything is saved.
    stop: () => child.stop({ signal: 'SIGINT', graceMs: 15_000 }),
  };
}

interface Launch {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly port: number;
  readonly adminUrl: string;
  readonly logFile: string;
  readonly options: PostgresOptions;
}

async function launch(launch: Launch): Promise<Child> {
  // After a crash the old server's sessions may hold its shared memory for a moment more.
  for (let attempt = 1; ; attempt += 1) {
    const child = await startChild({
      command: launch.binaries.postgres,
      args: ['-D', dataArgument(launch), '-p', String(launch.port), ...settings(launch.options)],
      cwd: launch.data,
      logFile: launch.logFile,
      dieWithParent: launch.options.dieWithParent ?? launch.options.durable === false,
      ...launch.binaries.runAs,
    });
    launch.options.onSpawn?.(child.identity);
    if (await answers(launch.adminUrl, child)) return child;
    const said = lastLines(await readFile(launch.logFile, 'utf8').catch(() => ''), 4);
    if (attempt < 10 && /still in use|lock file/.test(said)) await sleep(500);
    else throw new StartRefused(`Postgres did not start (its log is ${launch.logFile}): ${said}`);
  }
}

/**
 * As root we give Postgres its folder as the folder it stands in, entered before privileges are dropped:
 * its user need not be able to walk the path to it, which often leads through /root.
 */
function dataArgument({ binaries, data }: Launch): string {
  return binaries.runAs !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

function settings(options: PostgresOptions): string[] {
  const common = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 200),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %u@%d ',
    max_wal_size: '512MB',
  };
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '1h' };
  const all = options.durable === false ? { ...common, ...careless } : common;
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function answers(adminUrl: string, child: Child): Promise<boolean> {
  const end = Date.now() + 60_000;
  while (child.alive() && Date.now() < end) {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      // Another server on the same port would answer as well.
      if (child.alive()) return true;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') break;
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(30);
  }
  await child.stop({ signal: 'SIGINT', graceMs: 2_000 });
  return false;
}

/** A crashed server leaves its pid file; Postgres refuses to start if some other process has got that pid since. */
async function removeStalePidFile(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0)) return;
  const owner = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  const identity = identify(pid);
  // Ours, left by a launcher that was killed: the caller holds the lock on this folder, so nobody uses it.
  if (owner === data && identity !== undefined) await stopProcess(identity, { signal: 'SIGINT', graceMs: 10_000 });
  if (process.platform === 'linux') await rm(file, { force: true });
}

async function adminPassword(dir: string): Promise<string> {
  const file = join(dir, 'admin-password');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known;
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}
