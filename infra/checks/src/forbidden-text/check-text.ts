import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from '../run/command.js';
import type { Step } from '../run/step.js';
import { everywhere, type Forbidden, inLockFile, ofThisMachine } from './patterns.js';

const largest = 2 * 1024 * 1024;

/** No path of a machine, host of a registry, token or key in any file that is, or would be, committed. */
export const forbiddenText = (root: string): Step => ({
  name: 'no machine paths, hosts, tokens',
  async findings() {
    const neighbours = await readdir(dirname(root)).catch(() => []);
    const registry = process.env['npm_config_registry'] ?? '';
    return textFindings(root, await committed(root), [...everywhere, ...ofThisMachine(root, neighbours, registry)]);
  },
});

export async function textFindings(
  root: string,
  paths: readonly string[],
  forbidden: readonly Forbidden[],
): Promise<string[]> {
  const each = await Promise.all(paths.map((path) => fileFindings(root, path, forbidden)));
  return each.flat();
}

async function fileFindings(root: string, path: string, forbidden: readonly Forbidden[]): Promise<string[]> {
  const bytes = await readFile(join(root, path)).catch(() => Buffer.alloc(0));
  // Pictures and the like say nothing that a person typed.
  if (bytes.length > largest || bytes.includes(0)) return [];
  const text = bytes.toString();
  const rules = path.endsWith('package-lock.json') ? [...forbidden, inLockFile] : forbidden;
  return rules.flatMap(({ what, pattern }) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${path}:${text.slice(0, at).split('\n').length}: ${what}`];
  });
}

/** Tracked files, and new ones that are not ignored. */
async function committed(root: string): Promise<string[]> {
  const { code, printed } = await runCommand('git', ['ls-files', '--cached', '--others', '--exclude-standard'], root);
  if (code !== 0) throw new Error(`git ls-files: ${printed}`);
  return [...new Set(printed.split('\n').filter(Boolean))];
}
