import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Bench, type Measure } from '../bench.js';
import { startHub } from '../hub/start-hub.js';
import { sleep, sum } from '../statistics.js';
import { type Usage, watchCpu } from './cpu-watch.js';
import { processesOf } from './processes.js';

const megabyte = 1024;

/** What the hub costs while nobody uses it. */
export const idle: Bench = {
  name: 'idle',
  about: 'memory and processor of every process while nothing happens; Kafka’s JVM apart',
  async run({ folder, cleanUp, quick, runs }) {
    const hub = await startHub({ home: join(folder, 'idle') }, cleanUp);
    await sleep(quick ? 3_000 : 30_000);
    const usages: Usage[] = [];
    // The half minute of the goal is cut into as many looks as there are runs.
    for (let run = 0; run < runs; run++) {
      const usage = watchCpu(hub.launcher.pid);
      await sleep((quick ? 3_000 : 30_000) / runs);
      usages.push(usage());
    }
    const memory = memoryOf(hub.launcher.pid);
    await hub.stop();
    return { measures: measuresOf(memory, usages), limits: [largest(memory)] };
  },
};

/** Proportional and resident kilobytes by name: pages that processes share are counted once in the first. */
function memoryOf(launcher: number): Map<string, { pss: number; rss: number }> {
  const all = new Map<string, { pss: number; rss: number }>();
  for (const { pid, name } of processesOf(launcher)) {
    const rollup = rollupOf(pid);
    const known = all.get(name) ?? { pss: 0, rss: 0 };
    all.set(name, {
      pss: known.pss + (kilobytes(rollup, 'Pss') ?? 0),
      rss: known.rss + (kilobytes(rollup, 'Rss') ?? 0),
    });
  }
  return all;
}

function measuresOf(memory: ReturnType<typeof memoryOf>, usages: readonly Usage[]): Measure[] {
  const ours = [...memory].filter(([name]) => name !== 'kafka');
  const cpuOf = (name: string) => usages.map(({ cores }) => (cores.get(name) ?? 0) * 100);
  const all = usages.map(
    ({ cores }) =>
      100 * sum([...cores].filter(([name]) => !['kafka', 'the bench itself'].includes(name)).map(([, used]) => used)),
  );
  const each = [...memory]
    .sort(([, a], [, b]) => b.pss - a.pss)
    .flatMap(([name, { pss, rss }]): Measure[] => [
      { what: `${name}: memory (${Math.round(rss / megabyte)} MB resident)`, unit: 'MB', values: [pss / megabyte] },
      { what: `${name}: processor`, unit: '% of a core', values: cpuOf(name) },
    ]);
  return [
    {
      what: 'all of ours: memory, shared pages counted once',
      unit: 'MB',
      values: [sum(ours.map(([, { pss }]) => pss)) / megabyte],
      goal: atMost(1.5 * 1024),
    },
    { what: 'all of ours: memory, resident', unit: 'MB', values: [sum(ours.map(([, { rss }]) => rss)) / megabyte] },
    { what: 'all of ours: processor', unit: '% of a core', values: all, goal: atMost(5) },
    ...each,
  ];
}

function largest(memory: ReturnType<typeof memoryOf>): string {
  const [first, second] = [...memory].filter(([name]) => name !== 'kafka').sort(([, a], [, b]) => b.pss - a.pss);
  return `the largest of ours are ${first?.[0]} and ${second?.[0]}; each service is a Node process of its own with Nest, TypeORM and a Kafka client`;
}

function rollupOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

const kilobytes = (rollup: string, name: string): number | undefined => {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1];
  return found === undefined ? undefined : Number(found);
};
