import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.js';
import { demoAccounts, findDemoAccount } from './demo-accounts.js';
import { freePort } from './free-port.js';
import { untilReady } from './health.js';
import { DEMO_CLIENT, DEMO_GRANT } from './openid-demo-grant.js';
import type { ProcessIdentity } from './process-identity.js';

export interface OpenIdOptions {
  /** Holds the provider's keys. Made if missing; kept between starts. */
  readonly dir: string;
  readonly port?: number;
  readonly logFile?: string;
  /** Killed when this process ends. For tests. */
  readonly dieWithParent?: boolean;
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

export interface RunningOpenIdProvider {
  readonly issuer: string;
  readonly port: number;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  readonly ended: Promise<string>;
  token(account: string, acr?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the OpenID provider of the demonstration accounts as a process of its own. */
export async function startOpenIdProvider(options: OpenIdOptions): Promise<RunningOpenIdProvider> {
  await mkdir(options.dir, { recursive: true, mode: 0o700 });
  const port = options.port ?? (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const child = await startChild({
    command: process.execPath,
    args: [fileURLToPath(new URL('./openid-main.js', import.meta.url))],
    env: { ...process.env, PORT: String(port), OPENID_KEYS: options.dir, NODE_OPTIONS: '' },
    dieWithParent: options.dieWithParent ?? false,
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
  });
  options.onSpawn?.(child.identity);
  await untilReady({ name: 'openid', url: issuer, child, timeoutMs: 30_000, logFile: options.logFile });
  return {
    issuer,
    port,
    pid: child.pid,
    identity: child.identity,
    ended: child.ended,
    token: (account, acr) => demoToken(issuer, account, acr),
    stop: () => child.stop({ graceMs: 2_000 }),
  };
}

/** An access token of a demonstration account, from a running provider. */
export async function demoToken(issuer: string, account: string, acr?: string): Promise<string> {
  if (findDemoAccount(account) === undefined)
    throw new Error(
      `There is no demonstration account ${account}; there are ${demoAccounts.map(({ id }) => id).join(', ')}.`,
    );
  const form = new URLSearchParams({
    grant_type: DEMO_GRANT,
    client_id: DEMO_CLIENT,
    account,
    ...(acr === undefined ? {} : { acr }),
  });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: form });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(`No token for ${account}: ${answer.error_description ?? response.status}.`);
  return answer.access_token;
}
