import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CLONE, diskIsFull, mailFolder } from './hub-home.js';
import { ownIdentity } from './hub-lock.js';
import { type RunningKafka, startKafka } from './kafka.js';
import { logFile } from './logs.js';
import { type MailCapture, startMailCapture } from './mail-capture.js';
import { type RunningOpenIdProvider, startOpenIdProvider } from './openid.js';
import { forget, inStopOrder, record } from './pid-files.js';
import { type RunningPostgres, startPostgres } from './postgres.js';
import type { ProcessIdentity } from './process-identity.js';
import { keepSecret, password } from './secrets.js';
import { type RunningService, startService } from './service.js';
import { Supervised, type Watch } from './supervised.js';
import { type Known, NOTIFYING, type ServicePart } from './topology.js';

export interface HubOptions {
  readonly home: string;
  readonly services: readonly ServicePart[];
  readonly ports: Readonly<Record<string, number>>;
  /** A line about something that happened while the hub runs. */
  readonly say: (line: string) => void;
  /** A part became ready: its name and the milliseconds it took. */
  readonly onReady: (name: string, ms: number) => void;
}

/** Everything that runs on this machine for one HUB_HOME. */
export class Hub {
  private readonly parts = new Map<string, Supervised>();
  private readonly readiness = new Map<string, Promise<unknown>>();
  private readonly launcher = ownIdentity();
  private readonly watch: Watch;
  private readonly known: Known;
  private mail: MailCapture | undefined;

  constructor(private readonly options: HubOptions) {
    const { home, say, services } = options;
    const excuse = async () =>
      (await diskIsFull(home)) ? `the disk that holds ${home} is full: free some space.` : undefined;
    this.watch = { say, excuse };
    const inner = services.filter(({ name }) => name !== 'gateway').map(({ name }) => [name, this.url(name)]);
    this.known = {
      issuer: this.url('openid'),
      publicUrl: this.url('gateway'),
      smtpUrl: `smtp://${this.address('mail')}`,
      urls: Object.fromEntries(inner) as Record<string, string>,
    };
  }

  /** Starts each part as soon as what it stands on is ready; rejects with the first failure. */
  async start(): Promise<void> {
    const { home, ports, services } = this.options;
    // In this process: it is small, and a letter that finds it gone is sent again later.
    if (services.some(({ name }) => name === NOTIFYING))
      this.mail = await startMailCapture({ dir: mailFolder(home), port: ports['mail'] as number });
    this.begin('postgres', [], (onSpawn) => this.postgres(onSpawn));
    this.begin('kafka', [], (onSpawn) => this.kafka(onSpawn));
    this.begin('openid', [], (onSpawn) => this.openid(onSpawn));
    for (const service of this.options.services)
      this.begin(service.name, service.after, (onSpawn) => this.service(service, onSpawn));
    await Promise.all(this.readiness.values());
  }

  async stop(): Promise<void> {
    await inStopOrder([...this.parts.values()], async (part) => {
      await part.stop();
      forget(this.options.home, part.name);
    });
    await this.mail?.stop();
  }

  /** Name, URL, process and health of every part, in the order of the topology. */
  status(): { name: string; url: string; pid: string; health: string }[] {
    return [...this.parts.values()].map((part) => ({
      name: part.name,
      url: part.name === 'postgres' || part.name === 'kafka' ? this.address(part.name) : this.url(part.name),
      pid: String(part.pid ?? '-'),
      health: part.state,
    }));
  }

  url(name: string): string {
    return `http://${this.address(name)}`;
  }

  address(name: string): string {
    return `127.0.0.1:${this.options.ports[name]}`;
  }

  private begin(
    name: string,
    after: readonly string[],
    launch: (onSpawn: (identity: ProcessIdentity) => void) => Promise<RunningPart>,
  ): void {
    const { onReady } = this.options;
    const part = new Supervised(
      name,
      (onSpawn) =>
        launch((identity) => {
          onSpawn(identity);
          this.writeDown(name, identity);
        }),
      this.watch,
    );
    this.parts.set(name, part);
    const ready = Promise.all(after.map((other) => this.readiness.get(other))).then(async () => {
      const since = Date.now();
      await part.start();
      onReady(name, Date.now() - since);
    });
    // Awaited all together in start(); alone it must not bring the process down.
    ready.catch(() => undefined);
    this.readiness.set(name, ready);
  }

  private writeDown(name: string, identity: ProcessIdentity): void {
    try {
      record(this.options.home, { name, process: identity, launcher: this.launcher });
    } catch (error) {
      // On a full disk the process is better running and unrecorded than not running.
      this.options.say(
        `${name} runs as process ${identity.pid}, which could not be written down: ${(error as Error).message}`,
      );
    }
  }

  private async postgres(onSpawn: (identity: ProcessIdentity) => void): Promise<RunningPostgres> {
    const { home, ports, services } = this.options;
    const running = await startPostgres({
      dir: join(home, 'postgres'),
      port: ports['postgres'] as number,
      logFile: logFile(home, 'postgres'),
      onSpawn,
    });
    for (const { name } of services) await running.createDatabase(name, this.databasePassword(name));
    return running;
  }

  private kafka(onSpawn: (identity: ProcessIdentity) => void): Promise<RunningKafka> {
    const { home, ports } = this.options;
    return startKafka({
      dir: join(home, 'kafka'),
      port: ports['kafka'] as number,
      controllerPort: ports['kafka-controller'] as number,
      logFile: logFile(home, 'kafka'),
      onSpawn,
    });
  }

  private openid(onSpawn: (identity: ProcessIdentity) => void): Promise<RunningOpenIdProvider> {
    const { home, ports } = this.options;
    return startOpenIdProvider({
      dir: join(home, 'secrets'),
      port: ports['openid'] as number,
      logFile: logFile(home, 'openid'),
      onSpawn,
    });
  }

  private async service(part: ServicePart, onSpawn: (identity: ProcessIdentity) => void): Promise<RunningService> {
    return startService({
      name: part.name,
      entry: join(CLONE, 'apps', part.name, 'dist', 'src', 'main.js'),
      port: this.options.ports[part.name] as number,
      env: await this.environment(part),
      logFile: logFile(this.options.home, part.name),
      onSpawn,
    });
  }

  private async environment({ name, keys = {}, folders = {}, env }: ServicePart): Promise<Record<string, string>> {
    const { home } = this.options;
    const keyFiles = Object.entries(keys).map(([variable, { file, make }]) => {
      const path = join(home, 'secrets', file);
      keepSecret(path, make);
      return [variable, path];
    });
    for (const folder of Object.values(folders))
      await mkdir(join(home, 'data', folder), { recursive: true, mode: 0o700 });
    return {
      HUB_HOME: home,
      DATABASE_URL: `postgres://${name}:${this.databasePassword(name)}@${this.address('postgres')}/${name}`,
      KAFKA_BROKERS: this.address('kafka'),
      DIRECTORY_URL: this.url('directory'),
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
      ...(Object.fromEntries(keyFiles) as Record<string, string>),
      ...Object.fromEntries(
        Object.entries(folders).map(([variable, folder]) => [variable, join(home, 'data', folder)]),
      ),
      ...env?.(this.known),
    };
  }

  private databasePassword(name: string): string {
    return keepSecret(join(this.options.home, 'secrets', `database-${name}`), password);
  }
}

type RunningPart = RunningPostgres | RunningKafka | RunningOpenIdProvider | RunningService;
