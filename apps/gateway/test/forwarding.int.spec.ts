import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { json as readJson } from 'node:stream/consumers';
import { person } from '@hub/testkit';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.js';
import { echo, json, Stub } from './stubs.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await gatewayUnderTest(
    [
      person('claire', 'inserm', 'applicant'),
      person('claire', 'institut-curie', 'applicant'),
      person('eve', 'institut-curie', 'applicant'),
    ],
    { corsOrigins: ['https://portal.example'] },
  );
});

afterAll(() => gateway.stop());

describe('identity', () => {
  it('swaps the outside token: the service sees the hub token alone', async () => {
    const { status, body } = await gateway
      .as('claire')
      .get('/catalog/datasets?q=x', { headers: { 'x-acting-for': 'institut-curie' } });
    expect(status).toBe(200);
    const token = body.headers.authorization.slice('Bearer '.length);
    expect(await gateway.keys.tokens.person(token, Date.now())).toMatchObject({
      id: 'claire',
      organisation: 'institut-curie',
    });
    expect(JSON.stringify(body)).not.toContain('outside-claire');
    expect(body.headers['x-acting-for']).toBeUndefined();
  });

  it('asks the directory once for requests that come at once, and keeps the answer', async () => {
    const before = gateway.stubs.directory.requests;
    await Promise.all(Array.from({ length: 20 }, () => gateway.as('eve').get('/catalog/x')));
    await gateway.as('eve').get('/catalog/y');
    expect(gateway.stubs.directory.requests - before).toBe(1);
  });

  it('passes a request without a token on without one', async () => {
    const { status, body } = await gateway.anyone.get('/catalog/datasets');
    expect([status, body.headers.authorization]).toEqual([200, undefined]);
  });

  it('refuses whatever the directory does not exchange, a hub token that somebody forged or stole among it', async () => {
    const stolen = await gateway.keys.token(person('admin', 'hdh', 'directory_administrator'));
    for (const authorization of [
      `Bearer ${stolen}`,
      'Bearer nonsense',
      'Basic YWRtaW46YWRtaW4=',
      'Bearer',
      'Bearer a b',
    ]) {
      for (const path of ['/mandates', '/dossiers', '/catalog/datasets', '/openapi.json']) {
        const { status, body, headers } = await gateway.anyone.get(path, { headers: { authorization } });
        expect([authorization, path, status]).toEqual([authorization, path, 401]);
        expect(headers.get('content-type')).toContain('application/problem+json');
        expect(headers.get('www-authenticate')).toContain('Bearer');
        expect([body.code, typeof body.en, typeof body.fr, typeof body.correlationId]).toEqual([
          'unauthenticated',
          'string',
          'string',
          'string',
        ]);
      }
    }
  });

  it('refuses to act for an organisation without a mandate', async () => {
    expect((await gateway.as('claire').get('/catalog/x', { headers: { 'x-acting-for': 'cnam' } })).status).toBe(403);
    expect((await gateway.as('claire').get('/catalog/x', { headers: { 'x-acting-for': 'c n a m' } })).status).toBe(400);
  });

  it('does not lead to the directory’s token endpoint, nor anywhere else that no prefix names', async () => {
    for (const path of ['/token', '/.well-known/jwks.json', '/people/../token', '/unknown', '/catalogue']) {
      const raw = await plain('POST', path);
      expect([path, raw.status]).toEqual([path, path.startsWith('/people/') ? 200 : 404]);
      if (raw.status === 200) expect(JSON.parse(raw.body).url).toBe('/people/../token'); // verbatim: no service has that route
    }
  });
});

describe('headers', () => {
  it('only the known ones go in', async () => {
    const sent = {
      'x-user': 'admin',
      'x-forwarded-for': '1.2.3.4',
      cookie: 'a=b',
      te: 'trailers',
      'if-match': '"3"',
      'idempotency-key': 'k',
      'x-correlation-id': 'ref-1',
    };
    const { body, headers } = await gateway.anyone.get('/cases/1', { headers: sent });
    expect(body.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'k', 'x-correlation-id': 'ref-1' });
    for (const name of ['x-user', 'x-forwarded-for', 'cookie', 'te'])
      expect([name, body.headers[name]]).toEqual([name, undefined]);
    expect(headers.get('x-correlation-id')).toBe('ref-1');
  });

  it('of the connection do not come out; those for the browser’s safety do', async () => {
    gateway.stubs.review.answer = (_request, response) => {
      response
        .writeHead(201, {
          etag: '"4"',
          location: '/cases/2',
          'keep-alive': 'timeout=1',
          'proxy-authenticate': 'x',
          'set-cookie': ['a=1', 'b=2'],
        })
        .end('{}');
    };
    const { status, headers } = await gateway.as('claire').post('/cases', {});
    expect([status, headers.get('etag'), headers.get('location')]).toEqual([201, '"4"', '/cases/2']);
    expect(headers.get('proxy-authenticate')).toBeNull();
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    gateway.stubs.review.answer = echo;
    expect((await gateway.as('claire').get('/dossiers')).headers.get('x-frame-options')).toBe('DENY');
  });

  it('let the portals that are named read, and no other', async () => {
    const from = (origin: string) => ({ headers: { origin } });
    const preflight = await gateway.anyone.call('OPTIONS', '/applications', undefined, from('https://portal.example'));
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://portal.example',
    ]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-acting-for');
    const answer = await gateway.anyone.get('/catalog/x', from('https://portal.example'));
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    const other = await gateway.anyone.get('/catalog/x', from('https://elsewhere.example'));
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('bodies', () => {
  it('arrive whole, small or large, with a length or in chunks', async () => {
    const small = await gateway.as('claire').post('/applications', { a: 'é' });
    expect(small.body).toMatchObject({ method: 'POST', bytes: 10 });
    const bytes = randomBytes(30 * 1024 * 1024);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await gateway.as('claire').put('/deliveries/1/file', bytes)).body).toMatchObject({
      bytes: bytes.length,
      sha256,
    });
    const chunked = await plain('PUT', '/deliveries/1/file', { 'transfer-encoding': 'chunked' }, bytes);
    expect(JSON.parse(chunked.body)).toMatchObject({ bytes: bytes.length, sha256 });
    for (const method of ['DELETE', 'PATCH'])
      expect((await gateway.as('claire').call(method, '/applications/1')).body.method).toBe(method);
  });

  it('stream in without being held back: the service reads before the caller has finished', async () => {
    let first: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => (first = resolve));
    gateway.stubs.provisioning.answer = (request, response) => {
      request
        .once('data', () => first?.())
        .on('end', () => json(response, 200, {}))
        .resume();
    };
    const upload = httpRequest(`${gateway.url}/deliveries/1/file`, {
      method: 'PUT',
      headers: { 'transfer-encoding': 'chunked' },
    });
    const answered = new Promise<number>(
      (resolve) => void upload.on('response', (response) => resolve(response.statusCode ?? 0)),
    );
    upload.write('begin');
    await arrived;
    upload.end('end');
    expect(await answered).toBe(200);
    gateway.stubs.provisioning.answer = echo;
  });

  it('do not pile up in memory: a service that does not read holds the sender back', async () => {
    const bytes = 100_000_000;
    let read: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      gateway.stubs.provisioning.answer = async (request, response) => {
        resolve();
        await new Promise<void>((go) => (read = go));
        await echo(request, response);
      };
    });
    let sent = 0;
    const body = Readable.from(
      (function* () {
        for (const chunk = Buffer.alloc(1_000_000); sent < bytes; sent += chunk.length) yield chunk;
      })(),
    );
    const upload = httpRequest(`${gateway.url}/deliveries/1/file`, {
      ...{ method: 'PUT', headers: { 'content-length': bytes } },
    });
    const answered = new Promise<IncomingMessage>((resolve) => void upload.on('response', resolve));
    body.pipe(upload);
    await begun;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // What the sockets themselves take on the way; the rest waits with the sender.
    expect(sent).toBeLessThan(bytes / 2);
    read?.();
    expect(await readJson(await answered)).toMatchObject({ bytes });
    gateway.stubs.provisioning.answer = echo;
  });

  it('may be refused before they have arrived', async () => {
    gateway.stubs.provisioning.answer = (_request, response) => json(response, 403, { code: 'forbidden' });
    const refused = await gateway.as('claire').put('/deliveries/1/file', randomBytes(8 * 1024 * 1024));
    expect(refused.status).toBe(403);
    gateway.stubs.provisioning.answer = echo;
  });

  it('stream out: events are seen one by one, and the service learns when the reader has gone', async () => {
    let gone: (() => void) | undefined;
    const left = new Promise<void>((resolve) => (gone = resolve));
    let more: (() => void) | undefined;
    gateway.stubs.audit.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('id: 1\n\n');
      more = () => response.write('id: 2\n\n');
      response.once('close', () => gone?.());
    };
    const abort = new AbortController();
    const response = await fetch(`${gateway.url}/audit/stream`, {
      headers: { accept: 'text/event-stream' },
      signal: abort.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('id: 1\n\n');
    more?.();
    expect((await reader?.read())?.value).toBe('id: 2\n\n');
    abort.abort();
    await left;
    gateway.stubs.audit.answer = echo;
  });
});

describe('a service that is not there', () => {
  it('is named in a 503, and reached again when it is back', async () => {
    const { port } = gateway.stubs.application;
    await gateway.stubs.application.stop();
    const down = await gateway.as('claire').get('/applications/1');
    expect([down.status, down.body.code, down.body.missing]).toEqual([503, 'unavailable', ['application']]);
    expect(down.headers.get('retry-after')).toBeTruthy();
    const ready = await gateway.anyone.get('/health/ready');
    expect([ready.status, ready.body.missing]).toEqual([503, ['application']]);
    (gateway.stubs as Record<string, Stub>).application = await Stub.start(port);
    expect((await gateway.as('claire').get('/applications/1')).status).toBe(200);
  });

  it('or one that waits for something itself, makes the road not ready, naming what it waits for', async () => {
    expect((await gateway.anyone.get('/health/ready')).status).toBe(200);
    gateway.stubs.directory.missing = ['openid-provider'];
    gateway.stubs.review.missing = ['database', 'broker'];
    const { status, body } = await gateway.anyone.get('/health/ready');
    expect([status, body.missing]).toEqual([503, ['review: database', 'review: broker', 'directory: openid-provider']]);
    gateway.stubs.directory.missing = gateway.stubs.review.missing = [];
  });

  it('cuts an answer that breaks off, so that nobody takes it for whole', async () => {
    gateway.stubs.audit.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('beginning');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(gateway.as('claire').get('/audit/extract')).rejects.toThrow();
    gateway.stubs.audit.answer = echo;
  });
});

function plain(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response
        .on('data', (chunk) => (text += String(chunk)))
        .on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    request.on('error', reject).end(body);
  });
}
