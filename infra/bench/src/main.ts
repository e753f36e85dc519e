import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { benches } from './benches.js';
import { CleanUp } from './clean-up.js';
import { type Options, readOptions, usage } from './options.js';
import { asJson, readable } from './report.js';
import { runBenches } from './run-benches.js';

const cleanUp = new CleanUp();
const names = benches.map(({ name }) => name);

/** 0 also where a goal is missed: a figure is not a fault. 1: something could not be measured. 2: it could not begin. */
async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), names);
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage(names)}`);
    return 2;
  }
  const chosen = benches.filter(({ name }) => options.names.includes(name));
  const { machine, results } = await runBenches(chosen, options, cleanUp, (line) => console.error(line));
  console.log(`\n${readable(machine, results, options.quick)}`);
  // npm runs scripts in the clone and tells where the person stood.
  if (options.json)
    await writeFile(resolve(process.env.INIT_CWD ?? '.', options.json), `${asJson(machine, results, options.quick)}\n`);
  return results.some(({ failed }) => failed) ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void cleanUp.now().finally(() => process.exit(130)));
}
const code = await main().catch((error: Error) => {
  console.error(error.stack);
  return 1;
});
await cleanUp.now();
process.exit(code);
