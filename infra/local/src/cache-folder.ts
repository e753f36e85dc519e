import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where downloads are kept between resets and clones: HUB_CACHE, or the user's cache folder. */
export function cacheFolder(): string {
  const { HUB_CACHE, XDG_CACHE_HOME } = process.env;
  return HUB_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'health-data-hub');
}

/**
 * The folder, filled by `fill` if it is not there yet. It appears whole or not at all:
 * an interrupted or a concurrent fill never leaves half a folder.
 */
export async function fillOnce(folder: string, fill: (into: string) => Promise<void>): Promise<string> {
  if (await exists(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const part = await mkdtemp(`${folder}.part-`);
  try {
    await fill(part);
    await rename(part, folder);
  } catch (error) {
    // Somebody else may have been first: theirs is as good.
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return folder;
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
