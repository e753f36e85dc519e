import { join } from 'node:path';
import { atMost, type Bench, type Setting } from '../bench.js';
import { startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { Draft } from '../latency/drafts.js';
import { closedLoop } from '../load/closed-loop.js';
import { LoadClient } from '../load/load-client.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { eventually, percentile, sleep } from '../statistics.js';
import { Auditor } from './auditor.js';

const clients = 32;

interface Run {
  readonly peak: number;
  readonly rate: number;
  readonly ms: readonly number[];
  readonly spent: string;
}

export const auditLatency: Bench = {
  name: 'audit-latency',
  about: 'a command accepted until its record is under a signed checkpoint, at half the peak rate',
  async run(setting) {
    const { cleanUp, folder } = setting;
    const hub = await startHub({ home: join(folder, 'hub') }, cleanUp);
    const tokens = new Tokens(hub.run.issuer);
    const client = new LoadClient(hub.run.gateway as string, clients + 2);
    cleanUp.later(() => client.close());
    const drafts = await Promise.all(
      Array.from({ length: clients }, () => Draft.begin(client, () => tokens.of('claire'))),
    );
    const auditor = await Auditor.begin(hub.run.gateway as string, await tokens.of('auditor'), client);
    cleanUp.later(() => auditor.stop());
    const runs: Run[] = [];
    for (let run = 0; run < setting.runs; run++) runs.push(await oneRun(hub.launcher.pid, drafts, auditor, setting));
    await hub.stop();
    return { measures: measuresOf(runs), limits: [`at half the peak: ${runs.at(-1)?.spent}`] };
  },
};

async function oneRun(
  launcher: number,
  drafts: readonly Draft[],
  auditor: Auditor,
  { quick, say }: Setting,
): Promise<Run> {
  const peak = await closedLoop({
    clients,
    warmSeconds: 2,
    seconds: quick ? 1 : 6,
    work: (number) => (drafts[number] as Draft).save(),
  });
  await sleep(quick ? 1_000 : 4_000); // what the peak has left behind is recorded
  const usage = watchCpu(launcher);
  const waiting = await paced(peak.perSecond / 2, quick ? 2 : 10, drafts, auditor);
  const spent = spentOn(usage());
  const ms = await eventually(
    'all records',
    async () => (waiting.every(({ id, version }) => auditor.seenAt(id, version)) ? times(waiting, auditor) : undefined),
    60,
  );
  say(
    `peak ${peak.perSecond.toFixed(0)}/s; ${waiting.length} commands at half of it, p99 ${percentile(ms, 0.99).toFixed(0)} ms`,
  );
  return { peak: peak.perSecond, rate: waiting.length / (quick ? 2 : 10), ms, spent };
}

/** A command whose answer has arrived. */
interface Accepted {
  readonly id: string;
  readonly version: number;
  readonly at: number;
}

/** Commands at even intervals, each on a draft that nobody is changing; a late answer delays no later command. */
async function paced(
  perSecond: number,
  seconds: number,
  drafts: readonly Draft[],
  auditor: Auditor,
): Promise<Accepted[]> {
  const accepted: Accepted[] = [];
  const free = [...drafts];
  const running = new Set<Promise<void>>();
  const began = performance.now();
  for (let given = 0; given < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, ((performance.now() - began) / 1000) * perSecond);
    for (; given < due && free.length > 0; given++) {
      const draft = free.shift() as Draft;
      const one: Promise<void> = draft.save().then(() => {
        accepted.push({ id: draft.id, version: versionIn(draft.version), at: performance.now() });
        free.push(draft);
        running.delete(one);
      });
      running.add(one);
    }
    auditor.throwIfBroken();
    await sleep(1);
    if (performance.now() - began > seconds * 4_000) break; // half the peak cannot be held
  }
  await Promise.all(running);
  return accepted;
}

const times = (waiting: readonly Accepted[], auditor: Auditor): number[] =>
  waiting.map(({ id, version, at }) => Math.max(0, (auditor.seenAt(id, version) as number) - at));

const versionIn = (etag: string): number => Number(/\d+/.exec(etag)?.[0]);

function measuresOf(runs: readonly Run[]) {
  const all = (of: (run: Run) => number) => runs.map(of);
  return [
    {
      what: 'accepted until verifiable, p99',
      unit: 'ms',
      values: all(({ ms }) => percentile(ms, 0.99)),
      goal: atMost(250),
    },
    { what: 'accepted until verifiable, p50', unit: 'ms', values: all(({ ms }) => percentile(ms, 0.5)) },
    { what: 'accepted until verifiable, the longest', unit: 'ms', values: all(({ ms }) => percentile(ms, 1)) },
    { what: `peak, ${clients} clients`, unit: 'commands/s', values: all(({ peak }) => peak) },
    { what: 'rate at which it was measured', unit: 'commands/s', values: all(({ rate }) => rate) },
  ];
}
