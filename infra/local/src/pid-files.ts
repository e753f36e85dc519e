import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity, type StopOptions, stopProcess } from './process-identity.js';
import { stopRank } from './topology.js';

/** A process that a launcher started, written down the moment it exists. */
export interface Recorded {
  readonly name: string;
  readonly process: ProcessIdentity;
  readonly launcher: ProcessIdentity;
}

export function record(home: string, entry: Recorded): void {
  const folder = join(home, 'run');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${entry.name}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(entry));
  renameSync(`${file}.part`, file);
}

export function forget(home: string, name: string): void {
  rmSync(join(home, 'run', `${name}.json`), { force: true });
}

export function recorded(home: string): Recorded[] {
  const folder = join(home, 'run');
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded];
    } catch {
      return [];
    }
  });
}

/**
 * Stops what a dead launcher left behind, in order; of one launcher only, if named.
 * Answers the names of those that still ran.
 */
export async function stopLeftovers(home: string, of?: ProcessIdentity): Promise<string[]> {
  const entries = recorded(home).filter(
    ({ launcher }) => of === undefined || (launcher.pid === of.pid && launcher.started === of.started),
  );
  const running = entries.filter(({ process: identity }) => isAlive(identity));
  await inStopOrder(running, ({ name, process: identity }) => stopProcess(identity, howToStop(name)));
  for (const { name, process: identity } of entries) {
    // A new launcher may have started its own meanwhile and written it down under the same name.
    if (recorded(home).some((now) => now.name === name && now.process.pid === identity.pid)) forget(home, name);
  }
  return running.map(({ name }) => name);
}

export function howToStop(name: string): StopOptions {
  // Postgres: SIGINT cuts sessions and saves everything, SIGTERM would wait for them.
  if (name === 'postgres') return { signal: 'SIGINT', graceMs: 10_000 };
  return { signal: 'SIGTERM', graceMs: name === 'kafka' ? 10_000 : 6_000 };
}

/** Rank after rank, those of one rank together. */
export async function inStopOrder<T extends { readonly name: string }>(
  all: readonly T[],
  stop: (one: T) => Promise<unknown>,
): Promise<void> {
  const ranks = [...new Set(all.map(({ name }) => stopRank(name)))].sort((a, b) => a - b);
  for (const rank of ranks) await Promise.all(all.filter(({ name }) => stopRank(name) === rank).map(stop));
}
