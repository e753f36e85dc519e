import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from './cache-folder.js';
import { StartRefused } from './start-refused.js';

/** Tells a hub's folder from any other, so that a mistyped HUB_HOME is neither filled nor emptied. */
const MARKER = 'health-data-hub';
const NEEDED_BYTES = 500 * 1024 ** 2;
/** Below this a process that died most likely died of it. */
const FULL_BYTES = 20 * 1024 ** 2;

/** The clone: this file is `infra/local/dist/src/hub-home.js` in it. */
export const CLONE = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where everything that the hub keeps lies: HUB_HOME, or `.hub` in the clone. */
export function hubHome(env: NodeJS.ProcessEnv = process.env): string {
  const named = env['HUB_HOME'];
  // npm runs scripts in the clone and tells where the person stood.
  return named === undefined || named === '' ? join(CLONE, '.hub') : resolve(env['INIT_CWD'] ?? process.cwd(), named);
}

/** Where the captured letters of the demonstration lie. */
export const mailFolder = (home: string): string => join(home, 'mail');

/** Makes the folder ready for a start, or says in one sentence why it cannot be. */
export async function prepareHome(home: string): Promise<void> {
  try {
    await makeFolder(home);
    await refuseForeign(home);
    await refuseFull(home);
    await writeFile(join(home, MARKER), 'The data of a Health Data Hub. `npm run reset` empties this folder.\n');
    for (const folder of ['secrets', 'logs', 'run', 'data'])
      await mkdir(join(home, folder), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw explained(error, home);
  }
}

/** Not `recursive`: Node retries for ever where a file system (such as /proc) denies that a folder can be made. */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder && !(await exists(parent))) await makeFolder(parent);
  await mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/** Empties a hub's folder. The caller holds its lock. */
export async function emptyHome(home: string): Promise<void> {
  await refuseForeign(home);
  const entries = (await readdir(home)).filter((name) => name !== MARKER && name !== 'hub.lock');
  for (const name of entries) await rm(join(home, name), { recursive: true, force: true });
}

async function refuseForeign(home: string): Promise<void> {
  const entries = (await readdir(home)).filter((name) => !name.startsWith('hub.lock'));
  if (entries.length > 0 && !entries.includes(MARKER)) {
    throw new StartRefused(`${home} holds files that are not a hub's: set HUB_HOME to an empty or a new folder.`);
  }
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function refuseFull(home: string): Promise<void> {
  const free = await freeBytes(home);
  if (free >= NEEDED_BYTES) return;
  throw new StartRefused(
    `The disk that holds ${home} has ${megabytes(free)} free and the hub needs ${megabytes(NEEDED_BYTES)}: free some space, or set HUB_HOME to a folder on another disk.`,
  );
}

export async function diskIsFull(home: string): Promise<boolean> {
  return freeBytes(home).then(
    (free) => free < FULL_BYTES,
    () => false,
  );
}

/** Faults of the file system as a sentence with its remedy; any other error as it is. */
export function explained(error: unknown, home: string): unknown {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || /No space left on device/i.test(message)) {
    return new StartRefused(
      `The disk that holds ${home} is full: free some space, or set HUB_HOME to a folder on another disk.`,
    );
  }
  if (error instanceof StartRefused) return error;
  const reasons: Record<string, string> = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'its file system is read-only',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'it is a file',
    ENOENT: 'it cannot be made there',
    ENAMETOOLONG: 'its name is too long',
  };
  const reason = reasons[code ?? ''];
  const about = path === undefined || path.startsWith(home) || home.startsWith(path);
  if (reason === undefined || !about) return error;
  return new StartRefused(
    `The hub's folder ${home} cannot be written (${reason}): set HUB_HOME to a folder that you may write.`,
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}
