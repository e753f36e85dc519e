import type { Person } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { type ServiceDefinition, type Substitutes, startService } from '@hub/http-edge';
import { Caller } from './caller.js';
import { eventually, stopPublishing } from './events.js';
import { FaultProxy } from './fault-proxy.js';
import { MovedClock } from './moved-clock.js';
import { TestDirectory } from './people.js';
import { emptyBroker, type TestDatabase, testBrokers, testDatabase } from './servers.js';

/** A service under test: real Postgres, real Kafka, its own process's worth of parts, a clock that the test moves. */
export interface ServiceUnderTest {
  readonly service: RunningService;
  readonly database: TestDatabase;
  /** Between the service and its database. */
  readonly proxy: FaultProxy;
  readonly clock: MovedClock;
  readonly directory: TestDirectory;
  /** The API as this person calls it; without a person, without a token. */
  as(person?: Person): Promise<Caller>;
  /** One more process of the service, on the same database and at the same time as the test's clock shows. */
  another(): Promise<RunningService>;
  /** All that `another` started end. */
  stopOthers(): Promise<void>;
  /** The API of another process, as this person. */
  at(process: RunningService, person: Person): Promise<Caller>;
  stop(): Promise<void>;
}

export async function testService(
  definition: ServiceDefinition,
  substitutes: Substitutes = {},
): Promise<ServiceUnderTest> {
  await emptyBroker();
  const [database, directory] = await Promise.all([testDatabase(), TestDirectory.create()]);
  const proxy = await FaultProxy.before(database.url);
  const clock = (substitutes.clock as MovedClock | undefined) ?? new MovedClock();
  const started = (databaseUrl: string) =>
    startService(
      definition,
      {
        host: '127.0.0.1',
        port: 0,
        databaseUrl,
        brokers: testBrokers(),
        directoryUrl: 'http://unused.invalid',
        logLevel: process.env.HUB_TEST_LOG ?? 'silent',
      },
      { clock, tokens: directory.tokens, onFatal: () => {}, ...substitutes },
    );
  const service = await started(proxy.url);
  const others: RunningService[] = [];
  const stopOthers = async () => {
    for (const other of others.splice(0)) await other.close();
  };
  const stop = async () => {
    await stopOthers();
    await service.close();
    await proxy.stop();
    await stopPublishing();
    await database.drop();
  };
  await isReady(service).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    service,
    database,
    proxy,
    clock,
    directory,
    as: async (who) => new Caller(service.url, who && (await directory.token(who))),
    another: async () => {
      const other = await started(database.url);
      others.push(other);
      await isReady(other);
      return other;
    },
    stopOthers,
    at: async ({ url }, who) => new Caller(url, await directory.token(who)),
    stop,
  };
}

function isReady({ url }: RunningService): Promise<void> {
  const caller = new Caller(url);
  return eventually(async () => {
    const { status, body } = await caller.get('/health/ready');
    if (status !== 200) throw new Error(`not ready: ${JSON.stringify(body)}`);
  }, 30_000);
}
