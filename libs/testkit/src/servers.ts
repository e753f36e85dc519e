import { randomBytes } from 'node:crypto';
import { connectKafka } from '@hub/messaging';
import { type Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through jest's global setup (npm test)`);
  return value;
};

export const testBrokers = (): string[] => given('HUB_TEST_KAFKA').split(',');

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new empty database; drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = given('HUB_TEST_POSTGRES');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await queried(admin, `CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await queried(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Looks into a database once. */
export async function queried<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const silent = { info() {}, warn() {}, error() {} };

export const testKafka = (): Kafka =>
  connectKafka(testBrokers(), 'test', silent, {
    logLevel: logLevel.NOTHING,
    retry: { retries: 10, initialRetryTime: 50 },
  });

/** Empties the broker, so that a test file meets no events and no offsets of another. */
export async function emptyBroker(): Promise<void> {
  const admin = testKafka().admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    if (groups.length > 0) await admin.deleteGroups(groups.map(({ groupId }) => groupId)).catch(() => {});
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('hub.'));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    while ((await admin.listTopics()).some((topic) => topics.includes(topic)))
      await new Promise((r) => setTimeout(r, 50));
  } finally {
    await admin.disconnect();
  }
}
