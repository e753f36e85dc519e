import { runCommand } from '../run/command.js';
import type { Step } from '../run/step.js';

/** Format, order of imports and lint, as biome.json says; with `--write` all that can be repaired is. */
export const formatAndLint = (root: string): Step => ({
  name: 'format and lint',
  async findings({ write }) {
    const args = ['check', '.', '--max-diagnostics=50', '--colors=off', ...(write ? ['--write'] : [])];
    const { code, printed } = await runCommand('biome', args, root);
    return code === 0 ? [] : [`${printed}\nnpm run check -- --write repairs what a program can`];
  },
});
