import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningService, startService } from '@hub/local';
import type { faultPoint } from '@hub/messaging';
import {
  Caller,
  emptyBroker,
  Heard,
  queried,
  stopPublishing,
  type TestDatabase,
  TestDirectory,
  testBrokers,
  testDatabase,
} from '@hub/testkit';

/** One of our services as processes that can be killed, on a database and in a folder that outlive them. */
export class KillableService {
  private readonly processes: RunningService[] = [];

  private constructor(
    private readonly name: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly folder: string,
    private readonly database: TestDatabase,
    private readonly directory: TestDirectory,
    private readonly keys: { url: string; stop(): void },
    readonly heard: Heard,
  ) {}

  /** `env` is what the service needs besides servers, with its files in the folder. */
  static async begin(
    name: string,
    topics: readonly string[],
    env: (folder: string) => Promise<Readonly<Record<string, string>>>,
  ): Promise<KillableService> {
    await emptyBroker();
    const folder = await mkdtemp(join(tmpdir(), `hub-${name}-`));
    const [database, directory] = await Promise.all([testDatabase(), TestDirectory.create()]);
    const [keys, heard] = await Promise.all([directory.serve(), Heard.on(...topics)]);
    return new KillableService(name, await env(folder), folder, database, directory, keys, heard);
  }

  /** A process of it, which dies where the fault says. */
  async start(fault?: Parameters<typeof faultPoint>[0]) {
    const env = {
      DATABASE_URL: this.database.url,
      KAFKA_BROKERS: testBrokers().join(','),
      DIRECTORY_URL: this.keys.url,
      LOG_LEVEL: 'warn',
      ...this.env,
      ...(fault && { HUB_FAULT_POINT: fault }),
    };
    const entry = join(import.meta.dirname, `../../../../apps/${this.name}/dist/src/main.js`);
    const service = await startService({ name: this.name, entry, env, timeoutMs: 30_000, dieWithParent: true });
    this.processes.push(service);
    return {
      service,
      as: async (who: Parameters<TestDirectory['token']>[0]) =>
        new Caller(service.url, await this.directory.token(who)),
    };
  }

  /** How many rows its database has. */
  async count(query: string, values: unknown[] = []): Promise<number> {
    return (await queried(this.database.url, query, values)).length;
  }

  /** The ids of what was heard of a thing, copies included. */
  heardOf({ type }: { readonly type: string }, subject: string): (string | undefined)[] {
    return this.heard.raw
      .filter(({ headers }) => headers.ce_type === type && headers.ce_subject === subject)
      .map(({ headers }) => headers.ce_id);
  }

  /** Every process of it ends. */
  async stop(): Promise<void> {
    await Promise.all(this.processes.splice(0).map((service) => service.stop()));
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.heard.stop();
    this.keys.stop();
    await stopPublishing();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
