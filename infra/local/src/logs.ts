import { copyFileSync, readdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** A log that has grown beyond this while the hub runs is put aside. */
const LIMIT_BYTES = 50 * 1024 ** 2;

export function logFile(home: string, name: string): string {
  return join(home, 'logs', `${name}.log`);
}

/** Each start begins with empty logs; those of the start before stay beside them as `.log.1`. */
export function rotateLogs(home: string): void {
  for (const file of logs(home)) renameSync(file, `${file}.1`);
}

/** Copied and cut, not moved: the process keeps writing to the file it has open, at its new end. */
export function trimLogs(home: string, limit = LIMIT_BYTES): void {
  for (const file of logs(home)) {
    if (statSync(file).size <= limit) continue;
    try {
      copyFileSync(file, `${file}.1`);
    } catch {
      // A full disk has no room for the copy: the log is cut all the same.
    }
    truncateSync(file, 0);
  }
}

function logs(home: string): string[] {
  const folder = join(home, 'logs');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => join(folder, name));
}
