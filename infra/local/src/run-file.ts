import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockOwner } from './hub-lock.js';

/** HUB_HOME/run.json: where a hub listens, or listened last. Holds no secret. */
export interface RunFile {
  readonly ports: Readonly<Record<string, number>>;
  readonly gateway?: string;
  readonly issuer?: string;
  readonly brokers?: string;
  /** Service → URL. */
  readonly services?: Readonly<Record<string, string>>;
}

export function readRunFile(home: string): RunFile | undefined {
  try {
    const read = JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as RunFile;
    return typeof read.ports === 'object' ? read : undefined;
  } catch {
    return undefined;
  }
}

export function writeRunFile(home: string, run: RunFile): void {
  const file = join(home, 'run.json');
  writeFileSync(`${file}.part`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${file}.part`, file);
}

/** Where the hub on this folder listens, if one runs. */
export function runningHub(home: string): RunFile | undefined {
  return lockOwner(home) === undefined ? undefined : readRunFile(home);
}
