import { join } from 'node:path';
import { atMost, type Bench, type Measure, type Setting } from '../bench.js';
import { startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { LoadClient } from '../load/load-client.js';
import { accepted, parsed } from '../load/people.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { percentile } from '../statistics.js';
import { fillCatalogue } from './fill-catalogue.js';
import { requests, type SearchRequest } from './queries.js';

const warmUps = 300;
const several = 4;

export const search: Bench = {
  name: 'search',
  about:
    'search in a catalogue of generated datasets with ten variables each, facets counted; the service asked directly',
  async run(setting) {
    const { cleanUp, datasets, folder, say } = setting;
    const hub = await startHub({ home: join(folder, 'hub'), only: 'directory,catalog' }, cleanUp);
    const began = performance.now();
    await fillCatalogue(hub, new Tokens(hub.run.issuer, hub.url('directory')), datasets);
    say(`${datasets} datasets in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const client = new LoadClient(hub.url('catalog'), several);
    cleanUp.later(() => client.close());
    await asked(client, requests(warmUps, 1), 1);
    const runs: Run[] = [];
    let spent = '';
    for (let run = 0; run < setting.runs; run++) {
      const usage = watchCpu(hub.launcher.pid);
      runs.push(await oneRun(client, setting, run));
      spent = spentOn(usage());
    }
    await hub.stop();
    return { measures: measuresOf(runs), limits: [slowest(runs), `while searching: ${spent}`] };
  },
};

interface Timed {
  readonly kind: string;
  readonly ms: number;
  readonly total: number;
}

interface Run {
  readonly alone: readonly Timed[];
  readonly together: readonly Timed[];
}

async function oneRun(client: LoadClient, { quick }: Setting, run: number): Promise<Run> {
  const count = quick ? 300 : 1_500;
  return {
    alone: await asked(client, requests(count, 100 + run), 1),
    together: await asked(client, requests(count, 200 + run), several),
  };
}

/** Gives all of them, a few clients at a time. */
async function asked(client: LoadClient, all: readonly SearchRequest[], clients: number): Promise<Timed[]> {
  const waiting = all.values();
  const timed: Timed[] = [];
  const one = async () => {
    for (const { kind, path } of waiting) {
      const start = performance.now();
      const reply = accepted(await client.call('GET', path, []), path);
      const ms = performance.now() - start;
      timed.push({ kind, ms, total: parsed<{ total: number }>(reply).total });
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return timed;
}

const times = (timed: readonly Timed[]): number[] => timed.map(({ ms }) => ms);

function measuresOf(runs: readonly Run[]): Measure[] {
  const all = (of: (run: Run) => number) => runs.map(of);
  const kinds = [...new Set(runs.flatMap(({ alone }) => alone.map(({ kind }) => kind)))].sort();
  return [
    {
      what: 'one client: p99',
      unit: 'ms',
      values: all(({ alone }) => percentile(times(alone), 0.99)),
      goal: atMost(50),
    },
    { what: 'one client: p50', unit: 'ms', values: all(({ alone }) => percentile(times(alone), 0.5)) },
    { what: `${several} clients: p99`, unit: 'ms', values: all(({ together }) => percentile(times(together), 0.99)) },
    { what: `${several} clients: p50`, unit: 'ms', values: all(({ together }) => percentile(times(together), 0.5)) },
    {
      what: 'searches that found something',
      unit: '%',
      values: all(({ alone }) => (100 * alone.filter(({ total }) => total > 0).length) / alone.length),
    },
    ...kinds.map(
      (kind): Measure => ({
        what: `one client, ${kind}: p99`,
        unit: 'ms',
        values: all(({ alone }) => percentile(times(alone.filter((one) => one.kind === kind)), 0.99)),
      }),
    ),
  ];
}

function slowest(runs: readonly Run[]): string {
  const all = runs.flatMap(({ alone }) => alone).sort((a, b) => b.ms - a.ms);
  return `the slowest: ${all
    .slice(0, 3)
    .map(({ kind, ms, total }) => `${kind} (${total} found) ${ms.toFixed(0)} ms`)
    .join(', ')}`;
}
