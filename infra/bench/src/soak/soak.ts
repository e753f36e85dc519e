import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Bench, type Measure } from '../bench.js';
import { startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { access } from '../journey/access.js';
import { offerDataset } from '../journey/offer-dataset.js';
import { closedLoop } from '../load/closed-loop.js';
import { LoadClient } from '../load/load-client.js';
import { People } from '../load/people.js';
import { processesOf } from '../machine/processes.js';
import { median } from '../statistics.js';

const clients = 4;
const megabyte = 1024;
/** Kafka and Postgres keep caches on purpose; the launcher's processes handle no request. */
const notServices = new Set(['kafka', 'postgres', 'openid', 'launcher', 'sandbox']);

/** Whether memory grows with work: resident memory of each service over a long load, the last quarter against the second. */
export const soak: Bench = {
  name: 'soak',
  about: `memory of each service while ${clients} clients give whole accesses; the last quarter of the time against the second`,
  async run(setting) {
    const { cleanUp, folder, minutes, say } = setting;
    const hub = await startHub({ home: join(folder, 'soak') }, cleanUp);
    const client = new LoadClient(hub.run.gateway as string, clients);
    cleanUp.later(() => client.close());
    const people = new People(client, new Tokens(hub.run.issuer));
    await offerDataset(hub, people, setting);
    const looks: Map<string, number>[] = [];
    const watch = setInterval(() => looks.push(residentOf(hub.launcher.pid)), (minutes * 60_000) / 120);
    const done = await closedLoop({ clients, warmSeconds: 0, seconds: minutes * 60, work: () => access(people) });
    clearInterval(watch);
    await hub.stop();
    say(`${done.count} accesses in ${minutes} minutes`);
    return {
      measures: [...(looks.at(-1)?.keys() ?? [])].map((name) => growthOf(name, looks)),
      limits: [`${done.perSecond.toFixed(1)} accesses a second for ${minutes} minutes, ${done.count} in all`],
    };
  },
};

function growthOf(name: string, looks: readonly Map<string, number>[]): Measure {
  const quarter = Math.floor(looks.length / 4);
  const resident = (from: number, to: number) => median(looks.slice(from, to).flatMap((look) => look.get(name) ?? []));
  const second = resident(quarter, 2 * quarter);
  const last = resident(3 * quarter, looks.length);
  return {
    what: `${name}: ${Math.round(second / megabyte)} → ${Math.round(last / megabyte)} MB, growth`,
    unit: '%',
    values: [(100 * (last - second)) / second],
    goal: atMost(10),
  };
}

function residentOf(launcher: number): Map<string, number> {
  const all = new Map<string, number>();
  for (const { pid, name } of processesOf(launcher)) {
    if (notServices.has(name)) continue;
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid))?.[1];
    if (kilobytes) all.set(name, (all.get(name) ?? 0) + Number(kilobytes));
  }
  return all;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
