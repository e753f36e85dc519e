import { readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The file of permissions beside the source of a compiled folder. `npm run permissions` writes it anew: what it changes
 * is for a person to read.
 */
export function permissionsKept(compiledFolder: string, generated: string): string {
  const folder = compiledFolder.replace(`${sep}dist${sep}`, sep);
  const file = join(folder, 'permissions.txt');
  if (process.env.HUB_WRITE_PERMISSIONS) writeFileSync(file, generated);
  return readFileSync(file, 'utf8');
}
