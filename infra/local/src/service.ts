import { startChild } from './child.js';
import { freePort } from './free-port.js';
import { untilReady } from './health.js';
import type { ProcessIdentity } from './process-identity.js';

export interface ServiceOptions {
  readonly name: string;
  /** The compiled entry, `apps/<name>/dist/src/main.js`. */
  readonly entry: string;
  readonly port?: number;
  /** Added to this process's environment; HOST and PORT are set here. */
  readonly env: Readonly<Record<string, string>>;
  readonly logFile?: string;
  /** Milliseconds until /health/ready must have said yes. */
  readonly timeoutMs?: number;
  /** Killed when this process ends. For tests. */
  readonly dieWithParent?: boolean;
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

export interface RunningService {
  readonly name: string;
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts one of our services as a process and resolves when it is ready. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild({
    command: process.execPath,
    args: ['--enable-source-maps', options.entry],
    env: { ...inherited(), ...options.env, HOST: '127.0.0.1', PORT: String(port) },
    dieWithParent: options.dieWithParent ?? false,
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
  });
  options.onSpawn?.(child.identity);
  await untilReady({
    name: options.name,
    url,
    child,
    timeoutMs: options.timeoutMs ?? 60_000,
    logFile: options.logFile,
  });
  return {
    name: options.name,
    url,
    port,
    pid: child.pid,
    identity: child.identity,
    ended: child.ended,
    stop: () => child.stop({ graceMs: 10_000 }),
  };
}

/** What npm and jest put into the environment for themselves is not for a service. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/^(npm_|JEST_|NODE_OPTIONS$)/i.test(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
