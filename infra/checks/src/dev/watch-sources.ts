import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../workspace/packages.js';

/** Quiet for this long: the editor, or the change of branch, has finished writing. */
const QUIET_MS = 250;

/** Tells of changed packages, a few at a time. Tests and specs are none of a running service's business. */
export function watchSources(
  packages: readonly Package[],
  onChange: (changed: ReadonlySet<string>) => void,
): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const told = changed;
    changed = new Set();
    onChange(told);
  };
  const note = (name: string, file: string | null) => {
    if (file === null || !/\.ts$/.test(file) || /\.(spec|bench)\.ts$/.test(file)) return;
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  };
  const folders = packages
    .map(({ name, path }) => ({ name, folder: join(path, 'src') }))
    .filter(({ folder }) => existsSync(folder));
  const watchers = folders.map(({ name, folder }) =>
    watch(folder, { recursive: true }, (_event, file) => note(name, file)),
  );
  return () => {
    clearTimeout(timer);
    for (const one of watchers) one.close();
  };
}
