import { join } from 'node:path';
import { atMost, type Bench, type Setting } from '../bench.js';
import { startHub } from '../hub/start-hub.js';

/** `npm start` on a folder that was started before: what somebody waits who works with the hub every day. */
export const start: Bench = {
  name: 'start',
  about: 'npm start until everything is ready, at the second start',
  async run(setting) {
    const first = await timed(setting, false);
    const values: number[] = [];
    for (let run = 0; run < setting.runs; run++) values.push(await timed(setting, true));
    return {
      measures: [
        { what: 'second start', unit: 's', values, goal: atMost(30) },
        { what: 'first start in a new folder, built and with Kafka’s jars at hand', unit: 's', values: [first] },
      ],
      limits: [
        'eight Node processes load their code at once, after Postgres and Kafka; the build that comes first is cached',
      ],
    };
  },
};

async function timed({ folder, cleanUp }: Setting, viaNpm: boolean): Promise<number> {
  const hub = await startHub({ home: join(folder, 'start'), viaNpm }, cleanUp);
  await hub.stop();
  return hub.seconds;
}
