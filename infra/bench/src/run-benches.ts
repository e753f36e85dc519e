import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Setting } from './bench.js';
import { CleanUp } from './clean-up.js';
import { type Machine, machine } from './machine/machine.js';
import type { Options } from './options.js';
import type { Result } from './report.js';

/** Runs benches one after the other, each in a folder of its own that is gone afterwards. */
export async function runBenches(
  benches: readonly Bench[],
  options: Options,
  cleanUp: CleanUp,
  say: (line: string) => void,
): Promise<{ machine: Machine; results: Result[] }> {
  if (options.folder) await mkdir(options.folder, { recursive: true });
  const base = await mkdtemp(join(options.folder ?? tmpdir(), 'hub-bench-'));
  const results: Result[] = [];
  const removed = cleanUp.later(() => rm(base, { recursive: true, force: true }));
  const where = machine(base);
  for (const bench of benches) {
    const folder = join(base, bench.name);
    await mkdir(folder);
    results.push(
      await runOne(bench, { ...options, folder, cleanUp: new Within(cleanUp), say: (line) => say(`  ${line}`) }, say),
    );
    await rm(folder, { recursive: true, force: true });
  }
  await removed();
  return { machine: where, results };
}

/** A bench's own steps, undone when it ends; until then the whole run's clean-up knows of them. */
class Within extends CleanUp {
  readonly done: () => Promise<void>;

  constructor(whole: CleanUp) {
    super();
    this.done = whole.later(() => this.now());
  }
}

async function runOne(
  bench: Bench,
  setting: Setting & { cleanUp: Within },
  say: (line: string) => void,
): Promise<Result> {
  const { name, about } = bench;
  say(`${name}: ${about}`);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const report = await bench.run(setting);
    return { name, about, seconds: seconds(), report };
  } catch (error) {
    say(`  could not be measured: ${(error as Error).stack}`);
    return { name, about, seconds: seconds(), failed: (error as Error).message };
  } finally {
    await setting.cleanUp.done();
  }
}
