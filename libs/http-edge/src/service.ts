import 'reflect-metadata';
import { ownerOf, topics } from '@hub/contracts';
import { Clock, type Explanations, Ids } from '@hub/decider';
import { Database, type DatabaseOptions, Journal } from '@hub/event-store';
import { connectKafka, EventTransport, Relay } from '@hub/messaging';
import {
  type ArgumentsHost,
  Catch,
  type DynamicModule,
  type Provider,
  type RpcExceptionFilter,
  type Type,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestMicroservice } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Kafka } from 'kafkajs';
import { type Logger, pino } from 'pino';
import { type Observable, throwError } from 'rxjs';
import { AnswerInterceptor } from './answer.interceptor.js';
import type { Environment } from './environment.js';
import { HealthController } from './health.controller.js';
import { HubTokenVerifier } from './hub-token.js';
import { IdentityGuard } from './identity.guard.js';
import { openApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { Readiness } from './readiness.js';
import { SystemClock, SystemIds } from './system.js';
import { inputValidation } from './validation.js';

/** What makes a service: its module, its tables, and what it says when it refuses. */
export interface ServiceDefinition {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities?: DatabaseOptions['entities'];
  readonly migrations?: DatabaseOptions['migrations'];
  readonly explanations?: Explanations<string>;
  /** Bytes of a request's body; 1 MiB unless said. */
  readonly bodyLimit?: number;
  /** Settings on Fastify itself, before the routes: content types, plugins. */
  configure?(app: NestFastifyApplication): Promise<void> | void;
}

/** What tests put in the place of the real time, ids and keys. */
export interface Substitutes {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly tokens?: HubTokenVerifier;
  readonly onFatal?: (error: Error) => void;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  close(): Promise<void>;
}

/** Assembles and starts a service. It answers its health at once, and works as soon as what it needs is there. */
export async function startService(
  definition: ServiceDefinition,
  environment: Environment,
  substitutes: Substitutes = {},
): Promise<RunningService> {
  const log = pino({ name: definition.name, level: environment.logLevel, base: { service: definition.name } });
  const parts = assemble(definition, environment, substitutes, log);
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(definition, parts), adapterFor(definition), {
    logger: nestLogger(log),
    abortOnError: false,
  });
  await definition.configure?.(app);
  connectEvents(app, parts.transport);
  serveOpenApi(app, definition.name);
  await app.init();
  void parts.database.connect();
  parts.relay.start();
  await app.startAllMicroservices();
  await app.listen(environment.port, environment.host);
  const { port } = app.getHttpServer().address() as { port: number };
  log.info({ port }, 'listening');
  return {
    app,
    url: `http://${environment.host}:${port}`,
    close: async () => {
      await app.close();
      await parts.relay.stop();
      await parts.database.close();
    },
  };
}

/**
 * Reactions run with a filter of their own, which must be there before the listeners are registered. Nest is told
 * to wait for that, and then told what it would have told itself: without it every start-up hook runs twice.
 */
function connectEvents(app: NestFastifyApplication, transport: EventTransport): void {
  const events = app.connectMicroservice(
    { strategy: transport },
    { inheritAppConfig: false, deferInitialization: true },
  ) as NestMicroservice;
  events.useGlobalFilters(new PassThrough());
  events.registerListeners();
  events.setIsInitialized(true);
  events.setIsInitHookCalled(true);
}

type Parts = ReturnType<typeof assemble>;

function assemble(definition: ServiceDefinition, environment: Environment, substitutes: Substitutes, log: Logger) {
  const database = new Database({
    url: environment.databaseUrl,
    entities: definition.entities ?? [],
    migrations: definition.migrations ?? [],
    onTrouble: (error) => log.warn({ error: error.message }, 'waiting for the database'),
  });
  const journal = new Journal(database);
  const kafka = connectKafka(environment.brokers, definition.name, log);
  const relay = new Relay(journal, kafka, log);
  const own = topics.filter((topic) => ownerOf(topic) === definition.name);
  const fatal = substitutes.onFatal ?? ((error: Error) => die(log, error));
  const transport = new EventTransport(kafka, log, own, fatal);
  const readiness = new Readiness();
  readiness.require(
    'database',
    async () => database.ready && (await database.query('alive', 'SELECT 1', [])).rowCount === 1,
  );
  readiness.require('broker', () => relay.connected && transport.ready);
  const tokens = substitutes.tokens ?? new HubTokenVerifier(environment.directoryUrl);
  const clock = substitutes.clock ?? new SystemClock();
  const ids = substitutes.ids ?? new SystemIds();
  return { database, journal, kafka, relay, transport, readiness, tokens, clock, ids, log };
}

function rootModule(definition: ServiceDefinition, parts: Parts): DynamicModule {
  const shared: Provider[] = [
    { provide: Database, useValue: parts.database },
    { provide: Journal, useValue: parts.journal },
    { provide: Kafka, useValue: parts.kafka },
    { provide: Readiness, useValue: parts.readiness },
    { provide: HubTokenVerifier, useValue: parts.tokens },
    { provide: Clock, useValue: parts.clock },
    { provide: Ids, useValue: parts.ids },
    { provide: 'hub:log', useValue: parts.log },
    { provide: 'hub:service', useValue: definition.name },
  ];
  class Shared {}
  class Root {}
  return {
    module: Root,
    imports: [{ module: Shared, global: true, providers: shared, exports: shared }, definition.module],
    controllers: [HealthController],
    providers: [
      { provide: APP_GUARD, useClass: IdentityGuard },
      { provide: APP_PIPE, useFactory: inputValidation },
      { provide: APP_INTERCEPTOR, useValue: new AnswerInterceptor(definition.explanations ?? {}) },
      { provide: APP_FILTER, useValue: new ProblemFilter(parts.log) },
    ],
  };
}

function adapterFor(definition: ServiceDefinition): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: definition.bodyLimit ?? 1024 * 1024,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  } as never);
}

function serveOpenApi(app: NestFastifyApplication, service: string): void {
  let document: string | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/openapi.json', (_request: unknown, reply: { type(t: string): { send(body: string): void } }) => {
    document ??= JSON.stringify(openApi(app, service));
    reply.type('application/json').send(document);
  });
}

/** Nest's own log lines, in ours. */
const nestLogger = (log: Logger) => ({
  log: (message: unknown) => log.debug(String(message)),
  debug: (message: unknown) => log.debug(String(message)),
  verbose: () => {},
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
  fatal: (message: unknown) => log.fatal(String(message)),
});

/** Leaves a reaction's error as it is, so that the consumer can tell a passing fault from poison. */
@Catch()
class PassThrough implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

function die(log: Logger, error: Error): void {
  log.fatal({ error: error.message }, 'the event consumer cannot go on; a fresh process can');
  process.exit(1);
}
