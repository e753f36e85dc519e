import type { Person } from '@hub/decider';
import { Caller, type ServiceUnderTest, TestDirectory, testService } from '@hub/testkit';
import { type ServiceName, serviceNames } from '../src/forward/routes.js';
import { gatewayService } from '../src/gateway.module.js';
import type { GatewaySettings } from '../src/settings.config.js';
import { exchangesFor, Stub } from './stubs.js';

/** The gateway before stubs of all services. */
export interface GatewayUnderTest {
  readonly under: ServiceUnderTest;
  readonly url: string;
  readonly stubs: Readonly<Record<ServiceName, Stub>>;
  readonly people: Person[];
  readonly keys: TestDirectory;
  as(id: string): Caller;
  readonly anyone: Caller;
  stop(): Promise<void>;
}

export async function gatewayUnderTest(
  people: Person[],
  settings: Partial<GatewaySettings> = {},
): Promise<GatewayUnderTest> {
  const keys = await TestDirectory.create();
  const started = await Promise.all(serviceNames.map(async (name) => [name, await Stub.start()] as const));
  const stubs = Object.fromEntries(started) as Record<ServiceName, Stub>;
  stubs.directory.answer = exchangesFor(keys, people);
  const services = Object.fromEntries(started.map(([name, { url }]) => [name, url])) as Record<ServiceName, string>;
  const given = {
    services,
    requestsPerMinute: 100_000,
    corsOrigins: [],
    trustedProxies: 0,
    ...settings,
  };
  const under = await testService(gatewayService(given), { tokens: keys.tokens });
  const { url } = under.service;
  return {
    under,
    url,
    stubs,
    people,
    keys,
    as: (id) => new Caller(url, `outside-${id}`),
    anyone: new Caller(url),
    stop: async () => {
      await under.stop();
      await Promise.all(Object.values(stubs).map((stub) => stub.stop()));
    },
  };
}
