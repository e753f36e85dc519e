import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is generated and committed: it must be what its sources say, byte for byte. */
export async function upToDate(root: string, path: string, content: string, write: boolean): Promise<string[]> {
  const place = join(root, path);
  const present = await readFile(place, 'utf8').catch(() => undefined);
  if (present === content) return [];
  if (write) {
    await writeFile(place, content);
    return [];
  }
  return [
    `${path} ${present === undefined ? 'is missing' : 'is not what its sources say'}: npm run check -- --write, and commit the diff`,
  ];
}
