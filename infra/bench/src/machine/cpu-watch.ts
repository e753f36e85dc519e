import { availableParallelism } from 'node:os';
import { cpuSeconds, processesOf } from './processes.js';

export interface Usage {
  readonly seconds: number;
  /** Cores in use by name of process, the bench itself among them, the largest first. */
  readonly cores: ReadonlyMap<string, number>;
}

/** Watches what each part of the hub spends from now until the answer is called. */
export function watchCpu(launcher: number): () => Usage {
  const before = new Map(processesOf(launcher).map(({ pid }) => [pid, cpuSeconds(pid) ?? 0]));
  const own = process.cpuUsage();
  const began = performance.now();
  return () => {
    const seconds = (performance.now() - began) / 1000;
    const spent = new Map<string, number>();
    const add = (name: string, cpu: number) => spent.set(name, (spent.get(name) ?? 0) + cpu / seconds);
    // The time of one that has ended in the meantime is its parent's by now.
    for (const { pid, name } of processesOf(launcher)) add(name, (cpuSeconds(pid) ?? 0) - (before.get(pid) ?? 0));
    const { user, system } = process.cpuUsage(own);
    add('the bench itself', (user + system) / 1e6);
    return { seconds, cores: new Map([...spent].sort(([, a], [, b]) => b - a)) };
  };
}

/** A sentence on where the processors' time went. */
export function spentOn({ cores }: Usage): string {
  const total = [...cores.values()].reduce((all, one) => all + one, 0);
  const parts = [...cores].filter(([, used]) => used >= 0.02).map(([name, used]) => `${name} ${used.toFixed(2)}`);
  return `${total.toFixed(2)} of ${availableParallelism()} cores in use: ${parts.join(', ')}`;
}
