import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone: this file is `infra/bench/dist/src/hub/clone.js` in it. */
export const CLONE = fileURLToPath(new URL('../../../../../', import.meta.url));

/** The launcher that `npm start` ends in. */
export const LAUNCHER = join(dirname(fileURLToPath(import.meta.resolve('@hub/local'))), 'start.js');
