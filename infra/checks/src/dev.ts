import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { hubHome } from '@hub/local';
import { concernedServices } from './dev/concerned.js';
import { restart } from './dev/restart.js';
import { watchSources } from './dev/watch-sources.js';
import { runCommand } from './run/command.js';
import { packagesIn, repository } from './workspace/packages.js';

/** `npm run dev`: the hub, and each service again as soon as its code, or a library's, has changed. */
const home = hubHome();
const packages = (await packagesIn(repository)).filter(({ kind, folder }) => kind !== 'infra' || folder === 'local');
const say = (line: string) => console.log(`dev: ${line}`);
/** One rebuild after the other: the compiler's output of two would mix. */
let work = Promise.resolve();

const stopWatching = watchSources(packages, (changed) => {
  work = work.then(() => rebuild(changed)).catch((error: Error) => say(error.message));
});

// The launcher belongs to this terminal: Ctrl-C reaches it directly, and it stops everything in order.
const hub = spawn(process.execPath, [join(repository, 'infra/local/dist/src/start.js')], {
  cwd: repository,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hub.kill(signal));
hub.once('exit', (code) => {
  stopWatching();
  process.exitCode = code ?? 1;
});

async function rebuild(changed: ReadonlySet<string>): Promise<void> {
  const began = performance.now();
  const filters = [...changed].map((name) => `--filter=...${name}`);
  const { code, printed } = await runCommand(
    'turbo',
    ['run', 'build', '--output-logs=errors-only', '--continue', ...filters],
    repository,
  );
  if (code !== 0) return say(`${[...changed].join(', ')} does not compile; what runs stays as it was\n${printed}`);
  if (changed.has('@hub/local')) say('the launcher itself has changed: stop and start again');
  const services = concernedServices(changed, packages);
  const restarted = await Promise.all(services.map(async (name) => ((await restart(home, name)) ? [name] : [])));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${[...changed].join(', ')} built in ${seconds} s; started again: ${restarted.flat().join(', ') || 'nothing'}`);
}
