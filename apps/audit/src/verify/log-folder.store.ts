import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LogFiles } from '@hub/tlog';

/** Where an export keeps the heads signed earlier: a JSON list of signed notes. */
export const EARLIER_CHECKPOINTS = 'earlier-checkpoints.json';

/** An exported log in a folder, under the paths of C2SP tlog-tiles. */
export class LogFolder implements LogFiles {
  constructor(private readonly folder: string) {}

  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.folder, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  }

  async write(path: string, bytes: Uint8Array | string): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** What an option names: a file's content, or itself when there is no such file. */
export async function fileOrText(value: string): Promise<string> {
  try {
    return await readFile(value, 'utf8');
  } catch {
    return value;
  }
}
