import { join } from 'node:path';
import { atLeast, type Bench, type Measure, type Setting } from '../bench.js';
import { type BenchHub, startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { closedLoop } from '../load/closed-loop.js';
import { LoadClient } from '../load/load-client.js';
import { People } from '../load/people.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { median, percentile, sleep } from '../statistics.js';
import { access } from './access.js';
import { type Direct, directAccess } from './direct.js';
import { offerDataset } from './offer-dataset.js';

const concurrencies = [8, 32];

/** What one run at one concurrency gave. */
interface Run {
  readonly clients: number;
  readonly accesses: number;
  readonly commands: number;
  readonly medianMs: number;
  readonly commandP99: number;
  readonly appendP99: number;
  readonly direct: number;
  readonly spent: string;
}

export const journey: Bench = {
  name: 'journey',
  about: 'accesses, draft to permit, through the gateway; against a bare pg loop that reads and appends the same rows',
  async run(setting) {
    const { cleanUp, folder, quick } = setting;
    const hub = await startHub({ home: join(folder, 'hub') }, cleanUp);
    const client = new LoadClient(hub.run.gateway as string, 64);
    cleanUp.later(() => client.close());
    const people = new People(client, new Tokens(hub.run.issuer));
    await offerDataset(hub, people, setting);
    await closedLoop({ clients: 8, warmSeconds: 0, seconds: quick ? 2 : 8, work: () => access(people) });
    await sleep(2_000);
    const direct = await directAccess(hub, people);
    const runs: Run[] = [];
    for (let run = 0; run < setting.runs; run++) {
      for (const clients of concurrencies) runs.push(await oneRun(hub, people, direct, clients, setting));
    }
    await hub.stop();
    return {
      measures: concurrencies.flatMap((clients) =>
        measuresOf(
          runs.filter((run) => run.clients === clients),
          clients,
        ),
      ),
      limits: limitsOf(runs, direct),
    };
  },
};

let repetition = 0;

async function oneRun(
  hub: BenchHub,
  people: People,
  direct: Direct,
  clients: number,
  { quick, say }: Setting,
): Promise<Run> {
  const seconds = quick ? 5 : 10;
  const usage = watchCpu(hub.launcher.pid);
  people.commandMs.length = 0;
  const through = await closedLoop({ clients, warmSeconds: quick ? 2 : 4, seconds, work: () => access(people) });
  const used = usage();
  const commandP99 = percentile(people.commandMs, 0.99);
  const commandsASecond = through.perSecond * direct.commands;
  await sleep(quick ? 1_000 : 3_000); // the audit, the dossiers and the checkpoints catch up
  const replay = direct.replay(clients);
  const bare = await closedLoop({
    clients,
    warmSeconds: 1,
    seconds: seconds / 2,
    work: () => replay.once(repetition++),
  });
  await replay.close();
  say(`${clients} clients: ${through.perSecond.toFixed(1)} accesses/s, bare ${bare.perSecond.toFixed(1)}`);
  return {
    clients,
    accesses: through.perSecond,
    commands: commandsASecond,
    medianMs: percentile(through.ms, 0.5),
    commandP99,
    appendP99: percentile(replay.appendMs, 0.99),
    direct: bare.perSecond,
    spent: spentOn(used),
  };
}

function measuresOf(runs: readonly Run[], clients: number): Measure[] {
  const all = (of: (run: Run) => number) => runs.map(of);
  return [
    {
      what: `${clients} clients: share of the bare loop`,
      unit: '%',
      values: all(({ accesses, direct }) => (100 * accesses) / direct),
      goal: atLeast(60),
    },
    { what: `${clients} clients: accesses`, unit: '/s', values: all(({ accesses }) => accesses) },
    { what: `${clients} clients: commands`, unit: '/s', values: all(({ commands }) => commands) },
    { what: `${clients} clients: one access, median`, unit: 'ms', values: all(({ medianMs }) => medianMs) },
    { what: `${clients} clients: a command, p99`, unit: 'ms', values: all(({ commandP99 }) => commandP99) },
    {
      what: `${clients} clients: an append of the bare loop, p99`,
      unit: 'ms',
      values: all(({ appendP99 }) => appendP99),
    },
    { what: `${clients} clients: bare loop`, unit: 'accesses/s', values: all(({ direct }) => direct) },
  ];
}

const limitsOf = (runs: readonly Run[], { statements, appends, commands }: Direct): string[] => [
  `an access is ${commands} commands and ${statements} statements in the owners' databases, ${appends} of them appends; the bare loop gives exactly these, without relay, audit, dossiers`,
  ...concurrencies.map(
    (clients) => `${clients} clients: ${middle(runs.filter((run) => run.clients === clients)).spent}`,
  ),
];

/** The run whose rate is the median one's. */
function middle(runs: readonly Run[]): Run {
  const rate = median(runs.map(({ accesses }) => accesses));
  return [...runs].sort((a, b) => Math.abs(a.accesses - rate) - Math.abs(b.accesses - rate))[0] as Run;
}
