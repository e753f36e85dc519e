import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningKafka, type RunningPostgres, startKafka, startPostgres } from '@hub/local';

export interface TestServers {
  readonly folder: string;
  readonly postgres: RunningPostgres;
  readonly kafka: RunningKafka;
}

declare global {
  var hubTestServers: TestServers | undefined;
}

/** One Postgres and one Kafka for the whole run, on free ports; `HUB_TEST_RULES_ONLY=1` does without. */
export default async function setUp(): Promise<void> {
  if (process.env.HUB_TEST_RULES_ONLY === '1') return;
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const [postgres, kafka] = await Promise.all([
    startPostgres({ dir: join(folder, 'postgres'), durable: false }),
    startKafka({ dir: join(folder, 'kafka'), quickStart: true }),
  ]);
  globalThis.hubTestServers = { folder, postgres, kafka };
  process.env.HUB_TEST_POSTGRES = postgres.adminUrl;
  process.env.HUB_TEST_KAFKA = kafka.brokers;
}
