import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hubHome, runningHub } from '@hub/local';
import { generatedSource } from './data/generated-source.js';
import { sharedSource } from './data/shared-source.js';
import { Narrator } from './narrator.js';
import { walkTheRoad } from './walk-the-road.js';

const usage = `usage: npm run demo -- [--data DIR] [--persons N]
  --data DIR    real files: the synthetic SNDS and OMOP GiBleed, as DIR/synthetic-snds and DIR/omop-gibleed-parquet
  --persons N   without --data: how many persons to generate (2000)`;

/** Walks the road on the running hub. 1: a step failed; 2: it could not begin. */
async function main(): Promise<number> {
  const { data, persons } = parseArgs({
    options: { data: { type: 'string' }, persons: { type: 'string', default: '2000' } },
  }).values;
  const count = Number(persons);
  if (!Number.isInteger(count) || count < 500 || count > 10_000_000)
    return fail(`--persons must be a whole number from 500 to 10,000,000.\n${usage}`);
  const hub = runningHub(hubHome());
  if (!hub?.gateway || !hub.issuer) return fail('No hub runs here. Start one with: npm start');
  const folder = await mkdtemp(join(tmpdir(), 'hub-demo-'));
  try {
    const source = data
      ? await sharedSource(resolve(process.env.INIT_CWD ?? '.', data))
      : await generatedSource(folder, count);
    const tell = new Narrator();
    const { released } = await walkTheRoad({ gateway: hub.gateway, issuer: hub.issuer }, source, tell);
    console.log(`\nReleased:\n${released}\nThe whole road in ${((Date.now() - tell.began) / 1000).toFixed(1)} s.`);
    return 0;
  } catch (error) {
    return fail((error as Error).message, 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fail(sentence: string, code = 2): number {
  console.error(sentence);
  return code;
}

process.exitCode = await main().catch((error: Error) => fail(`${error.message}\n${usage}`));
