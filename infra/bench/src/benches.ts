import { auditIngest } from './audit/audit-ingest.js';
import { auditLatency } from './audit/audit-latency.js';
import type { Bench } from './bench.js';
import { journey } from './journey/journey.js';
import { latency } from './latency/latency.js';
import { lists } from './lists/lists.js';
import { idle } from './machine/idle.js';
import { start } from './machine/start.js';
import { search } from './search/search.js';
import { soak } from './soak/soak.js';
import { preparation } from './workspace/preparation.js';
import { sandbox } from './workspace/sandbox.js';

/** In the order in which they run. */
export const benches: readonly Bench[] = [
  journey,
  latency,
  auditLatency,
  auditIngest,
  search,
  lists,
  preparation,
  sandbox,
  idle,
  start,
  soak,
];
