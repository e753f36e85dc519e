/** Runs inside the sandbox once, when the service starts: says which walls are open. */
import { say } from './pipe.client.js';
import { openWalls } from './walls-check.client.js';

say({ kind: 'walls', open: await openWalls() });
