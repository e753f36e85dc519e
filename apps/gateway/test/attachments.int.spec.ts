import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type RunningService, startService } from '@hub/local';
import { person, type TestDatabase, testBrokers, testDatabase } from '@hub/testkit';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.js';

/** The real application service as a process behind the real gateway: files as large as they may be, and larger. */
const entry = fileURLToPath(new URL('../../../application/dist/src/main.js', import.meta.url));
const most = 100_000_000;
const chunk = Buffer.alloc(1_000_000, 'a');

describe('attachments through the gateway', () => {
  let folder: string;
  let database: TestDatabase;
  let gateway: GatewayUnderTest;
  let keys: { url: string; stop(): void };
  let application: RunningService;
  let id: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-files-'));
    await writeFile(join(folder, 'key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
    gateway = await gatewayUnderTest([person('claire', 'inserm', 'applicant')]);
    const { port } = gateway.stubs.application;
    await gateway.stubs.application.stop(); // the service takes its place
    [database, keys] = await Promise.all([testDatabase(), gateway.keys.serve()]);
    const env = {
      ...{ DATABASE_URL: database.url, KAFKA_BROKERS: testBrokers().join(','), DIRECTORY_URL: keys.url },
      ...{ APPLICATION_KEY_FILE: join(folder, 'key'), ATTACHMENTS_HOME: join(folder, 'files'), LOG_LEVEL: 'warn' },
    };
    application = await startService({ name: 'application', entry, port, env, dieWithParent: true });
    id = (await gateway.as('claire').post('/applications', { procedure: 'EU_ACCESS' })).body.id;
  }, 120_000);
  afterAll(async () => {
    await application?.stop();
    keys?.stop();
    await gateway?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends so many bytes as they are made, with a length or in chunks; answers what came back. */
  async function send(bytes: number, name: string, headers: Record<string, string | number> = {}) {
    const upload = request(`${gateway.url}/applications/${id}/attachments?name=${name}`, {
      method: 'POST',
      headers: { authorization: 'Bearer outside-claire', 'content-type': 'application/octet-stream', ...headers },
    });
    const answered = new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      upload.on('error', reject);
      upload.on('response', (response) =>
        json(response).then(
          (body) => resolve({ status: response.statusCode ?? 0, body: body as object as never }),
          reject,
        ),
      );
    });
    // Who is refused on the way sends no further.
    void pipeline(Readable.from(pieces(bytes)), upload).catch(() => {});
    const answer = await answered;
    upload.destroy();
    return answer;
  }

  it('take a file of exactly 100 MB', async () => {
    const { status, body } = await send(most, 'exact.txt', { 'content-length': most });
    expect({ status, body }).toMatchObject({ status: 201 });
    const { items } = (await gateway.as('claire').get(`/applications/${id}/attachments`)).body;
    expect(items).toMatchObject([{ name: 'exact.txt', bytes: most }]);
  });

  it.each([
    ['by the length that it states', { 'content-length': most + 1 }],
    ['while it comes, where it states none', { 'transfer-encoding': 'chunked' }],
  ])('refuse one byte more, %s, naming the field and what to do', async (_how, headers) => {
    const { status, body } = await send(most + 1, 'larger.txt', headers as Record<string, string | number>);
    expect({ status, body }).toMatchObject({
      status: 413,
      body: { code: 'file-too-large', field: 'body', most: '100 MB', en: expect.stringMatching(/100 MB.*smaller/) },
    });
    const { items } = (await gateway.as('claire').get(`/applications/${id}/attachments`)).body;
    expect(items).toHaveLength(1);
  });
});

function* pieces(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= chunk.length) yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}
