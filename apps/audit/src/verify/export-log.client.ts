import { entriesPath, hashesAtLevel, levelsOf, readCheckpoint, TILE_WIDTH, tilePath, widthAt } from '@hub/tlog';
import type { HubLog } from './hub-log.client.js';
import { EARLIER_CHECKPOINTS, type LogFolder } from './log-folder.store.js';

const AT_A_TIME = 8;
const KEPT_PAGE = 1_000;

/**
 * Downloads the whole log at its present head.
 *
 * @returns records downloaded
 */
export async function exportLog(hub: HubLog, folder: LogFolder): Promise<number> {
  const note = await hub.get('checkpoint');
  const { size } = readCheckpoint(note);
  await downloadAll(hub, folder, pathsOf(size));
  await folder.write(EARLIER_CHECKPOINTS, `${JSON.stringify(await keptHeads(hub, size), null, 1)}\n`);
  // Last: a folder without a checkpoint is an export that did not end.
  await folder.write('checkpoint', note);
  return size;
}

/** Every file of a log of `size`. */
export function pathsOf(size: number): string[] {
  const paths: string[] = [];
  for (let level = 0; level < levelsOf(size); level += 1) {
    for (let index = 0; index * TILE_WIDTH < hashesAtLevel(level, size); index += 1) {
      const width = widthAt(level, index, size);
      paths.push(tilePath({ level, index, width }));
      if (level === 0) paths.push(entriesPath(index, width));
    }
  }
  return paths;
}

async function downloadAll(hub: HubLog, folder: LogFolder, paths: readonly string[]): Promise<void> {
  const rest = [...paths];
  const worker = async () => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) await folder.write(path, await hub.get(path));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function keptHeads(hub: HubLog, upTo: number): Promise<string[]> {
  const notes: string[] = [];
  for (let after = 0; ; ) {
    const page = JSON.parse((await hub.get(`checkpoints?after=${after}&limit=${KEPT_PAGE}`)).toString('utf8')) as {
      checkpoints: { size: number; note: string }[];
    };
    notes.push(...page.checkpoints.filter(({ size }) => size <= upTo).map(({ note }) => note));
    const last = page.checkpoints.at(-1);
    if (last === undefined || page.checkpoints.length < KEPT_PAGE || last.size > upTo) return notes;
    after = last.size;
  }
}
