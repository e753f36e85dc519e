import { join } from 'node:path';
import { atLeast, atMost, type Bench, type Measure, type Setting } from '../bench.js';
import { type BenchHub, startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { closedLoop } from '../load/closed-loop.js';
import { LoadClient } from '../load/load-client.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { percentile } from '../statistics.js';
import { Draft } from './drafts.js';

const saturating = 32;

/** The figures of the bench by name, one value a run. */
type Figures = Record<string, number[]>;

export const latency: Bench = {
  name: 'latency',
  about: 'commands through the gateway; a read through the gateway against the service asked directly',
  async run(setting) {
    const hub = await startHub({ home: join(setting.folder, 'hub') }, setting.cleanUp);
    const sides = await sidesOf(hub, setting);
    const figures: Figures = {};
    const note = (name: string, value: number) => (figures[name] = [...(figures[name] ?? []), value]);
    let spent = '';
    for (let run = 0; run < setting.runs; run++) {
      await commands(sides.gateway, setting, note);
      await readsOfOne(sides, setting, note);
      const usage = watchCpu(hub.launcher.pid);
      await saturation(sides, setting, note);
      spent = spentOn(usage());
    }
    await hub.stop();
    return {
      measures: measuresOf(figures),
      limits: [`while ${saturating} clients read, half of the time through the gateway: ${spent}`],
    };
  },
};

type Note = (name: string, value: number) => void;

/** The same drafts, reached by either way. */
interface Sides {
  readonly gateway: readonly Draft[];
  readonly service: readonly Draft[];
}

async function sidesOf(hub: BenchHub, { cleanUp }: Setting): Promise<Sides> {
  const tokens = new Tokens(hub.run.issuer, hub.url('directory'));
  const side = async (origin: string, sign: () => Promise<string>) => {
    const client = new LoadClient(origin, saturating);
    cleanUp.later(() => client.close());
    return Promise.all(Array.from({ length: saturating }, () => Draft.begin(client, sign)));
  };
  return {
    gateway: await side(hub.run.gateway as string, () => tokens.of('claire')),
    service: await side(hub.url('application'), () => tokens.within('claire')),
  };
}

async function commands(drafts: readonly Draft[], { quick }: Setting, note: Note): Promise<void> {
  for (const clients of [1, 8]) {
    const done = await closedLoop({
      clients,
      warmSeconds: 1,
      seconds: quick ? 1 : 6,
      work: (client) => (drafts[client] as Draft).save(),
    });
    note(`commands, ${clients} clients: p50`, percentile(done.ms, 0.5));
    note(`commands, ${clients} clients: p99`, percentile(done.ms, 0.99));
    note(`commands, ${clients} clients: rate`, done.perSecond);
  }
}

/** In short turns, so that what else the machine does falls on both alike. */
async function readsOfOne({ gateway, service }: Sides, { quick }: Setting, note: Note): Promise<void> {
  const [through, direct]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < (quick ? 2 : 12); turn++) {
    for (const [draft, into] of [
      [gateway[0], through],
      [service[0], direct],
    ] as [Draft, number[]][]) {
      const done = await closedLoop({
        clients: 1,
        warmSeconds: turn === 0 ? 1 : 0.1,
        seconds: 0.4,
        work: () => draft.read(),
      });
      into.push(...done.ms);
    }
  }
  for (const share of [0.5, 0.99]) {
    note(`read, gateway: p${share * 100}`, percentile(through, share));
    note(`read, direct: p${share * 100}`, percentile(direct, share));
  }
  note('read: gateway / direct', percentile(through, 0.5) / percentile(direct, 0.5));
}

async function saturation({ gateway, service }: Sides, { quick }: Setting, note: Note): Promise<void> {
  const rate = async (drafts: readonly Draft[]) =>
    (
      await closedLoop({
        clients: saturating,
        warmSeconds: 1,
        seconds: quick ? 1 : 5,
        work: (client) => (drafts[client] as Draft).read(),
      })
    ).perSecond;
  const through = await rate(gateway);
  const direct = await rate(service);
  note('reads at saturation, gateway', through);
  note('reads at saturation, direct', direct);
  note('reads at saturation: share', (100 * through) / direct);
}

function measuresOf(figures: Figures): Measure[] {
  const goals: Record<string, Measure['goal']> = {
    'read: gateway / direct': atMost(1.5),
    'reads at saturation: share': atLeast(60),
  };
  const unit = (name: string) => {
    if (name === 'read: gateway / direct') return '×';
    if (name.endsWith('share')) return '%';
    return /p\d+$/.test(name) ? 'ms' : '/s';
  };
  return Object.entries(figures).map(([what, values]) => ({
    what,
    unit: unit(what),
    values,
    ...(goals[what] && { goal: goals[what] }),
  }));
}
