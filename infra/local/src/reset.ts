import { existsSync } from 'node:fs';
import { emptyHome, explained, hubHome } from './hub-home.js';
import { lockHome, lockOwner } from './hub-lock.js';
import { stopLeftovers } from './pid-files.js';
import { StartRefused } from './start-refused.js';

/** `npm run reset`: empties HUB_HOME. What was downloaded for every hub of this machine stays. */
async function reset(home: string): Promise<string> {
  if (!existsSync(home)) return `There is no hub in ${home}: nothing to empty.`;
  const owner = lockOwner(home);
  if (owner !== undefined)
    throw new StartRefused(
      `A hub runs on ${home} (process ${owner.pid}): stop it with Ctrl-C or \`kill ${owner.pid}\`, then reset.`,
    );
  const unlock = lockHome(home);
  try {
    await stopLeftovers(home);
    await emptyHome(home);
  } finally {
    unlock();
  }
  return `${home} is empty.`;
}

const home = hubHome();
try {
  console.log(await reset(home));
} catch (error) {
  const reason = explained(error, home);
  console.error(reason instanceof StartRefused ? reason.message : reason);
  process.exitCode = 1;
}
