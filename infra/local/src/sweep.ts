import { stopLeftovers } from './pid-files.js';

/** Run by the guardian when a launcher was killed: `sweep.js HUB_HOME PID STARTED`. */
const [home, pid, started] = process.argv.slice(2);
if (home !== undefined && pid !== undefined && started !== undefined) {
  await stopLeftovers(home, { pid: Number(pid), started });
}
