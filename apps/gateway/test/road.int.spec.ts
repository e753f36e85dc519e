import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startService } from '@hub/http-edge';
import {
  freePort,
  type RunningOpenIdProvider,
  type RunningService,
  startOpenIdProvider,
  startService as startProcess,
} from '@hub/local';
import { Caller, emptyBroker, eventually, type TestDatabase, testBrokers, testDatabase } from '@hub/testkit';
import { type ServiceName, serviceNames } from '../src/forward/routes.js';
import { gatewayService } from '../src/gateway.module.js';
import { Stub } from './stubs.js';

/** The real OpenID provider, the real directory as a process, the real gateway; the other services are stubs. */
const directoryEntry = fileURLToPath(new URL('../../../directory/dist/src/main.js', import.meta.url));
let folder: string;
let provider: RunningOpenIdProvider;
let directory: RunningService;
let gateway: Awaited<ReturnType<typeof startService>>;
let databases: TestDatabase[];
let stubs: Stub[];

beforeAll(async () => {
  await emptyBroker();
  folder = await mkdtemp(join(tmpdir(), 'hub-road-'));
  databases = await Promise.all([testDatabase(), testDatabase()]);
  provider = await startOpenIdProvider({ dir: join(folder, 'openid'), dieWithParent: true });
  directory = await startDirectory();
  const others = await Promise.all(
    serviceNames.filter((name) => name !== 'directory').map(async (name) => [name, await Stub.start()] as const),
  );
  stubs = others.map(([, stub]) => stub);
  const services = {
    ...Object.fromEntries(others.map(([name, { url }]) => [name, url])),
    directory: directory.url,
  } as Record<ServiceName, string>;
  const settings = { services, requestsPerMinute: 100_000, corsOrigins: [], trustedProxies: 0 };
  const environment = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: databases[1]?.url ?? '',
    brokers: testBrokers(),
    directoryUrl: directory.url,
    logLevel: 'silent',
  };
  gateway = await startService(gatewayService(settings), environment, { onFatal: () => {} });
  await eventually(
    async () => expect((await new Caller(gateway.url).get('/health/ready')).body).toMatchObject({ missing: [] }),
    30_000,
  );
});

afterAll(async () => {
  await gateway?.close();
  await directory?.stop();
  await provider?.stop();
  await Promise.all([
    ...(stubs ?? []).map((stub) => stub.stop()),
    ...(databases ?? []).map((database) => database.drop()),
  ]);
  await rm(folder, { recursive: true, force: true });
});

async function startDirectory(): Promise<RunningService> {
  const keyFile = join(folder, 'directory.pem');
  await writeFile(keyFile, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
  });
  const url = 'http://127.0.0.1';
  const env = {
    DATABASE_URL: databases[0]?.url ?? '',
    KAFKA_BROKERS: testBrokers().join(','),
    DIRECTORY_KEY_FILE: keyFile,
    DIRECTORY_SEED: 'demonstration',
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: 'hub',
    LOG_LEVEL: 'warn',
  };
  const port = await freePort();
  const logFile = join(folder, 'directory.log');
  return startProcess({
    name: 'directory',
    entry: directoryEntry,
    port,
    env: { ...env, DIRECTORY_URL: `${url}:${port}` },
    dieWithParent: true,
    logFile,
  });
}

const as = async (account: string, acr?: string) => new Caller(gateway.url, await provider.token(account, acr));

describe('from the OpenID provider through the gateway to a service', () => {
  it('a person is who the provider says and may what the directory says', async () => {
    const { status, body } = await (await as('claire', 'eidas3')).get('/people/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'claire',
      name: 'Claire Fontanel',
      organisation: 'inserm',
      roles: ['applicant'],
      assurance: 'eidas3',
    });
  });

  it('tokens that are altered, unsigned, or not the provider’s are refused', async () => {
    const token = await provider.token('claire');
    const [head, body, signature] = token.split('.') as [string, string, string];
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'admin' }),
    ).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const wrong of [`${head}.${other}.${signature}`, `${none}.${body}.`, `${head}.${body}.AAAA`]) {
      expect((await new Caller(gateway.url, wrong).get('/people/me')).status).toBe(401);
    }
  });

  it('an ended mandate takes the role away at once, remembered token or not', async () => {
    const david = await as('david');
    expect((await david.get('/people/me')).body.roles).toEqual(['applicant']);
    const admin = await as('admin');
    const mandate = await admin.get('/mandates/demonstration-david');
    const ended = await admin.post('/mandates/demonstration-david/end', undefined, {
      version: Number(mandate.headers.get('etag')?.match(/\d+/)?.[0]),
    });
    expect(ended.status).toBe(200);
    await eventually(
      async () => expect((await david.get('/people/me')).body).toMatchObject({ roles: [], organisation: null }),
      3_000,
    );
    expect((await david.get('/people/me', { headers: { 'x-acting-for': 'inserm' } })).status).toBe(403);
  });

  it('the directory’s routes are in the one OpenAPI document, its token endpoint is not', async () => {
    const { body } = await new Caller(gateway.url).get('/openapi.json');
    expect(body.paths).toHaveProperty('/people/me');
    expect(body.paths).not.toHaveProperty('/token');
  });

  it('is not ready without the provider, and says so; whoever is signed in works on', async () => {
    const claire = await as('claire');
    await provider.stop();
    const { status, body } = await claire.get('/health/ready');
    expect([status, body.missing]).toEqual([503, ['directory: openid-provider']]);
    expect((await claire.get('/people/me')).status).toBe(200);
  });

  it('says that the directory is missing when it is', async () => {
    await directory.stop();
    const { status, body } = await new Caller(gateway.url, 'unknown.token.here').get('/people/me');
    expect([status, body.missing]).toEqual([503, ['directory']]);
    expect((await new Caller(gateway.url).get('/health/ready')).body.missing).toEqual(['directory']);
  });
});
