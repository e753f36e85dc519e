/**
 * What the gateway costs, against services asked directly, and what an exchange of tokens takes.
 * `node dist/test/gateway.bench.js [seconds per measurement]`, after a build of the whole repository.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  freePorts,
  type RunningService,
  startKafka,
  startOpenIdProvider,
  startPostgres,
  startService,
} from '@hub/local';
import { Pool } from 'undici';

const seconds = Number(process.argv[2] ?? 5);
const entryOf = (app: string) => fileURLToPath(new URL(`../../../${app}/dist/src/main.js`, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'));
const form = { 'content-type': 'application/x-www-form-urlencoded' };

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Asks again and again with some clients; the median time in ms, and answers per second. */
async function load(url: string, question: Question, clients: number, ms: number) {
  const pool = new Pool(url, { connections: clients });
  const times: number[] = [];
  const until = performance.now() + ms;
  const one = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      const { statusCode, body } = await pool.request(question);
      await body.dump();
      if (statusCode >= 300) throw new Error(`${question.path}: ${statusCode}`);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] as number,
    p99: times[Math.floor(times.length * 0.99)] as number,
    rate: (times.length * 1000) / ms,
  };
}

/** One client's latency and the rate of 32, directly and through the gateway, in turns. */
async function compare(
  name: string,
  direct: string,
  gateway: string,
  ask: (through: boolean) => Question,
): Promise<void> {
  const measured: Record<string, number[]> = {};
  for (let round = 0; round < 3; round++) {
    for (const [where, url] of [
      ['direct', direct],
      ['gateway', gateway],
    ] as const) {
      const question = ask(where === 'gateway');
      await load(url, question, 8, 500);
      const alone = await load(url, question, 1, (seconds * 1000) / 3);
      const many = await load(url, question, 32, (seconds * 1000) / 3);
      (measured[`${where}.latency`] ??= []).push(alone.median);
      (measured[`${where}.rate`] ??= []).push(many.rate);
    }
  }
  const middle = (key: string) => (measured[key] as number[]).toSorted((a, b) => a - b)[1] as number;
  const [l1, l2, r1, r2] = [
    middle('direct.latency'),
    middle('gateway.latency'),
    middle('direct.rate'),
    middle('gateway.rate'),
  ];
  console.log(
    `${name}: one client ${l1.toFixed(2)} → ${l2.toFixed(2)} ms (×${(l2 / l1).toFixed(2)}), 32 clients ${r1.toFixed(0)} → ${r2.toFixed(0)}/s (${((100 * r2) / r1).toFixed(0)} %)`,
  );
}

const postgres = await startPostgres({ dir: join(folder, 'postgres'), durable: false, dieWithParent: true });
const kafka = await startKafka({ dir: join(folder, 'kafka'), dieWithParent: true });
const openid = await startOpenIdProvider({ dir: join(folder, 'openid'), dieWithParent: true });
const [directoryPort, trivialPort] = (await freePorts([undefined, undefined])) as [number, number];
const directoryUrl = `http://127.0.0.1:${directoryPort}`;
const keyFile = join(folder, 'directory.pem');
await writeFile(keyFile, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), {
  mode: 0o600,
});

async function start(name: string, env: Record<string, string>, port?: number): Promise<RunningService> {
  const common = {
    DATABASE_URL: await postgres.createDatabase(name, 'bench'),
    KAFKA_BROKERS: kafka.brokers,
    DIRECTORY_URL: directoryUrl,
    LOG_LEVEL: 'warn',
  };
  return startService({
    name,
    entry: entryOf(name),
    env: { ...common, ...env },
    dieWithParent: true,
    logFile: join(folder, `${name}.log`),
    ...(port && { port }),
  });
}

const started: { stop(): Promise<void> }[] = [postgres, kafka, openid];
try {
  const oidc = {
    OIDC_ISSUER: openid.issuer,
    OIDC_AUDIENCE: 'hub',
    DIRECTORY_KEY_FILE: keyFile,
    DIRECTORY_SEED: 'demonstration',
  };
  const directory = await start('directory', oidc, directoryPort);
  const application = await start('application', { APPLICATION_HOME: folder });
  const trivialEntry = fileURLToPath(new URL('./trivial-service.js', import.meta.url));
  const trivial = await startService({
    name: 'trivial',
    entry: trivialEntry,
    env: {},
    port: trivialPort,
    dieWithParent: true,
  });
  const urls = {
    catalog: trivial.url,
    application: application.url,
    review: trivial.url,
    provisioning: trivial.url,
    audit: trivial.url,
    notification: trivial.url,
    directory: directory.url,
  };
  const gateway = await start('gateway', { SERVICE_URLS: JSON.stringify(urls), RATE_LIMIT_PER_MINUTE: '1000000000' });
  started.unshift(gateway, application, directory, trivial);

  const outside = await openid.token('claire');
  const exchange = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    subject_token: outside,
  }).toString();
  const question: Question = { method: 'POST', path: '/token', headers: form, body: exchange };
  await load(directory.url, question, 4, 1_000);
  const alone = await load(directory.url, question, 1, seconds * 1000);
  const many = await load(directory.url, question, 16, seconds * 1000);
  console.log(
    `exchange: one client ${alone.median.toFixed(2)} ms (p99 ${alone.p99.toFixed(2)}), 16 clients ${many.rate.toFixed(0)}/s`,
  );

  const hub = async () => {
    const response = await fetch(`${directory.url}/token`, { method: 'POST', headers: form, body: exchange });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  let token = await hub();
  const renewing = setInterval(() => void hub().then((fresh) => (token = fresh)), 20_000);
  const as = (through: boolean) => ({ authorization: `Bearer ${through ? outside : token}` });
  await compare('a trivial service, GET', trivial.url, gateway.url, (through) => ({
    method: 'GET',
    path: '/cases/1',
    headers: as(through),
  }));
  await compare('a read (directory)', directory.url, gateway.url, (through) => ({
    method: 'GET',
    path: '/people/david',
    headers: as(through),
  }));
  const body = JSON.stringify({ procedure: process.env.BENCH_PROCEDURE ?? 'FR_AUTHORISATION' });
  await compare('a command (application)', application.url, gateway.url, (through) => ({
    method: 'POST',
    path: '/applications',
    headers: { ...as(through), 'content-type': 'application/json' },
    body,
  }));
  clearInterval(renewing);
} finally {
  for (const one of started) await one.stop();
  await rm(folder, { recursive: true, force: true });
}
