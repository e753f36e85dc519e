import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity, type RunFile, runningHub, stopProcess } from '@hub/local';
import type { CleanUp } from '../clean-up.js';
import { sleep } from '../statistics.js';
import { CLONE, LAUNCHER } from './clone.js';

export interface HubOptions {
  /** HUB_HOME: a folder of the bench's own. */
  readonly home: string;
  /** The services to start; all without it. `none` for the foundations alone. */
  readonly only?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** As a person does, with its build; otherwise the launcher itself. */
  readonly viaNpm?: boolean;
}

export interface BenchHub {
  readonly home: string;
  readonly run: RunFile & { readonly issuer: string; readonly brokers: string };
  readonly launcher: ProcessIdentity;
  /** Seconds from the command to the line that says that the hub runs. */
  readonly seconds: number;
  /** A database as the server's administrator. */
  databaseUrl(name: string): string;
  url(service: string): string;
  stop(): Promise<void>;
}

/** Starts a hub on a free port, by the launcher that everybody uses, and stops it at the latest with `cleanUp`. */
export async function startHub(options: HubOptions, cleanUp: CleanUp): Promise<BenchHub> {
  const began = performance.now();
  const { output, ended } = launch(options, cleanUp);
  while (!output().includes('The hub runs')) {
    if (ended()) throw new Error(`the hub did not start: ${output().trim().split('\n').at(-1)}`);
    await sleep(20);
  }
  const seconds = (performance.now() - began) / 1000;
  const launcher = lockOf(options.home) as ProcessIdentity;
  const run = runningHub(options.home);
  if (!run?.issuer || !run.brokers) throw new Error('the hub runs and has left no run.json');
  const password = readFileSync(join(options.home, 'postgres', 'admin-password'), 'utf8');
  const base = `postgres://postgres:${password}@127.0.0.1:${run.ports.postgres}`;
  const stop = cleanUp.later(() => stopLauncher(options.home));
  return {
    home: options.home,
    run: { ...run, issuer: run.issuer, brokers: run.brokers },
    launcher,
    seconds,
    databaseUrl: (name) => `${base}/${name}`,
    url: (service) => run.services?.[service] ?? fail(`no service ${service} runs`),
    stop,
  };
}

function launch({ home, only, env, viaNpm }: HubOptions, cleanUp: CleanUp) {
  const [command, args] = viaNpm ? ['npm', ['start']] : [process.execPath, [LAUNCHER]];
  const child = spawn(command as string, args as string[], {
    cwd: CLONE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited(), HUB_HOME: home, HUB_PORT: '0', ...(only === undefined ? {} : { HUB_ONLY: only }), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk}`.slice(-100_000)));
  let over = false;
  const end = () => {
    over = true;
  };
  child.once('error', end).once('exit', end);
  // Broken off while starting, there is nothing but the lock to go by.
  cleanUp.later(() => stopLauncher(home));
  return { output: () => said, ended: () => over };
}

async function stopLauncher(home: string): Promise<void> {
  const launcher = lockOf(home);
  if (launcher && isAlive(launcher)) await stopProcess(launcher, { signal: 'SIGINT', graceMs: 60_000 });
}

/** The launcher's identity, as it holds its folder. */
function lockOf(home: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'hub.lock'), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** The person's environment without what npm, jest or an earlier hub put into it; limits that would only measure themselves are lifted. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/^(npm_|JEST_|HUB_|NODE_OPTIONS$|INIT_CWD$)/i.test(name));
  return {
    ...Object.fromEntries(names.map((name) => [name, process.env[name]])),
    RATE_LIMIT_PER_MINUTE: '1000000000',
    AUDIT_STREAM_SECONDS: '3600',
    FILES_PER_RAPPORTEUR_AND_MONTH: '0',
    LOG_LEVEL: 'warn',
  };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
