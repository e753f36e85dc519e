import { runCommand } from '../run/command.js';
import type { Step } from '../run/step.js';

/** Compiles every package: types are checked where the code is made. */
export const types = (root: string): Step => ({
  name: 'types',
  async findings() {
    const { code, printed } = await runCommand(
      'turbo',
      ['run', 'build', '--continue', '--output-logs=errors-only'],
      root,
    );
    return code === 0 ? [] : [printed];
  },
});
