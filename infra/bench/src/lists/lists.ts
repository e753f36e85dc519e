import { join } from 'node:path';
import { atMost, type Bench, type Measure, type Setting } from '../bench.js';
import { startHub } from '../hub/start-hub.js';
import { Tokens } from '../hub/tokens.js';
import { access, apply } from '../journey/access.js';
import { offerDataset } from '../journey/offer-dataset.js';
import { LoadClient } from '../load/load-client.js';
import { accepted, People } from '../load/people.js';
import { spentOn, watchCpu } from '../machine/cpu-watch.js';
import { percentile } from '../statistics.js';
import { fillLists } from './fill-lists.js';

interface Look {
  readonly what: string;
  readonly who: string;
  readonly path: string;
}

const early = encodeURIComponent('2024-06-01T00:00:00.000Z');

/** What people look at first, day by day. */
const looks: readonly Look[] = [
  { what: 'a researcher’s applications', who: 'claire', path: '/applications?limit=50' },
  { what: 'an officer’s applications', who: 'officer', path: '/applications?limit=50' },
  { what: 'an officer’s cases', who: 'officer', path: '/cases?limit=50' },
  { what: 'cases of one status, a far page', who: 'officer', path: `/cases?limit=50&status=DECIDED&before=${early}` },
  { what: 'the committee’s cases', who: 'member-1', path: '/cases?limit=50' },
  { what: 'a researcher’s dossiers', who: 'claire', path: '/dossiers?limit=50' },
  { what: 'an officer’s dossiers', who: 'officer', path: '/dossiers?limit=50' },
];

export const lists: Bench = {
  name: 'lists',
  about: 'lists and dashboards over generated applications, through the gateway, one client',
  async run(setting) {
    const { applications, cleanUp, folder, say } = setting;
    const hub = await startHub({ home: join(folder, 'lists') }, cleanUp);
    const client = new LoadClient(hub.run.gateway as string, 4);
    cleanUp.later(() => client.close());
    const people = new People(client, new Tokens(hub.run.issuer));
    await offerDataset(hub, people, setting);
    for (let more = 0; more < 3; more++) await access(people);
    await apply(people);
    await fillLists(hub, applications);
    say(`${applications} applications in the lists`);
    const timed = looks.map((look) => ({ look, values: [] as number[] }));
    const usage = watchCpu(hub.launcher.pid);
    for (let run = 0; run < setting.runs; run++) {
      for (const one of timed) one.values.push(await p99(people, one.look, setting));
    }
    const limits = [`while looking: ${spentOn(usage())}`];
    await hub.stop();
    return { measures: timed.map(({ look, values }) => measureOf(look, values)), limits };
  },
};

async function p99(people: People, { who, path }: Look, { quick }: Setting): Promise<number> {
  const count = quick ? 20 : 300;
  const ms: number[] = [];
  for (let warm = 0; warm < 5; warm++) await people.ask(who, path);
  for (let number = 0; number < count; number++) {
    const start = performance.now();
    accepted(await people.ask(who, path), path);
    ms.push(performance.now() - start);
  }
  return percentile(ms, 0.99);
}

const measureOf = ({ what }: Look, values: readonly number[]): Measure => ({
  what: `${what}: p99`,
  unit: 'ms',
  values,
  goal: atMost(50),
});
