import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exists } from './cache-folder.js';
import { type Child, startChild } from './child.js';
import { freePorts } from './free-port.js';
import { findJava, JAVA_NEEDED } from './java.js';
import { ensureKafkaJars } from './kafka-jars.js';
import { kafkaAnswers } from './kafka-probe.js';
import { LOGGING, serverProperties } from './kafka-settings.js';
import { type ProcessIdentity, signal, sleep } from './process-identity.js';
import { lastLines, StartRefused } from './start-refused.js';

const run = promisify(execFile);

export interface KafkaOptions {
  /** Holds `data`, the settings and, without `logFile`, `kafka.log`. Made if missing; kept between starts. */
  readonly dir: string;
  readonly port?: number;
  readonly controllerPort?: number;
  readonly logFile?: string;
  /** Starts faster and computes slower. For tests. */
  readonly quickStart?: boolean;
  /** Killed when this process ends. For tests; the default is `quickStart`. */
  readonly dieWithParent?: boolean;
  /** Called as soon as the process exists, before it is ready. */
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

export interface RunningKafka {
  /** `127.0.0.1:port` */
  readonly brokers: string;
  readonly port: number;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
  /** For tests of faults: the broker hangs, goes on, dies on the spot. Start again with the same folder and ports. */
  pause(): void;
  resume(): void;
  kill(): Promise<void>;
}

/** Starts a Kafka broker on 127.0.0.1 and resolves when it serves. */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const java = await findJava();
  if (java === undefined)
    throw new StartRefused(`Kafka needs a Java runtime of version ${JAVA_NEEDED} or later: install one.`);
  const jars = await ensureKafkaJars();
  await mkdir(options.dir, { recursive: true });
  const dir = await realpath(options.dir);
  const [broker, controller] = (await freePorts([options.port, options.controllerPort])) as [number, number];
  if (options.port !== undefined && broker !== options.port)
    throw new StartRefused(
      `Port ${options.port}, wanted for Kafka, is in use: stop what listens there, or name another.`,
    );
  await writeFile(join(dir, 'server.properties'), serverProperties(join(dir, 'data'), { broker, controller }));
  await writeFile(join(dir, 'log4j2.properties'), LOGGING);
  const settings: Settings = { java, jars, dir, port: broker, logFile: options.logFile ?? join(dir, 'kafka.log') };
  if (!(await exists(join(dir, 'data', 'meta.properties')))) await format(settings);
  return running(settings, await launch(settings, options));
}

interface Settings {
  readonly java: string;
  readonly jars: string;
  readonly dir: string;
  readonly port: number;
  readonly logFile: string;
}

function running({ port }: Settings, child: Child): RunningKafka {
  return {
    brokers: `127.0.0.1:${port}`,
    port,
    pid: child.pid,
    identity: child.identity,
    ended: child.ended,
    stop: () => child.stop({ graceMs: 15_000 }),
    pause: () => void signal(child.identity, 'SIGSTOP'),
    resume: () => void signal(child.identity, 'SIGCONT'),
    kill: () => child.stop({ signal: 'SIGKILL' }),
  };
}

async function format(settings: Settings): Promise<void> {
  await rm(join(settings.dir, 'data'), { recursive: true, force: true });
  // Kafka's own tool takes an id that begins with a dash for an option.
  const clusterId = `k${randomBytes(16).toString('base64url').slice(1)}`;
  const args = ['format', '--cluster-id', clusterId, '--config', join(settings.dir, 'server.properties')];
  try {
    await run(settings.java, [...javaArguments(settings, true), 'kafka.tools.StorageTool', ...args]);
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw failure(settings, `${stdout ?? ''}${stderr ?? ''}`);
  }
}

async function launch(settings: Settings, options: KafkaOptions): Promise<Child> {
  const child = await startChild({
    command: settings.java,
    args: [
      ...javaArguments(settings, options.quickStart ?? false),
      'kafka.Kafka',
      join(settings.dir, 'server.properties'),
    ],
    cwd: settings.dir,
    logFile: settings.logFile,
    dieWithParent: options.dieWithParent ?? options.quickStart ?? false,
  });
  options.onSpawn?.(child.identity);
  const end = Date.now() + 90_000;
  while (child.alive() && Date.now() < end) {
    if (await kafkaAnswers(settings.port)) return child;
    await sleep(50);
  }
  await child.stop({ graceMs: 2_000 });
  throw failure(settings, await readFile(settings.logFile, 'utf8').catch(() => ''));
}

function javaArguments({ jars, dir }: Settings, quick: boolean): string[] {
  return [
    ...(quick ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : ['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=20']),
    '-Xms64m',
    '-Xmx512m',
    '-XX:+ExitOnOutOfMemoryError',
    '-Xshare:auto',
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${join(dir, 'log4j2.properties')}`,
    '-cp',
    join(jars, '*'),
  ];
}

function failure({ logFile }: Settings, said: string): Error {
  if (/No space left on device/.test(said))
    return Object.assign(new Error('No space left on device'), { code: 'ENOSPC' });
  return new StartRefused(`Kafka did not start (its log is ${logFile}): ${lastLines(said, 4)}`);
}
