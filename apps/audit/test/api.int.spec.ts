import { CaseOpened, PermitExpired, PermitGranted, PermitRevoked } from '@hub/contracts';
import { type Caller, eventually, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import {
  decodeBundle,
  leafHash,
  openCheckpoint,
  parseProof,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
  verifyProof,
} from '@hub/tlog';
import { auditService } from '../src/service.module.js';
import { newKey } from './log-under-test.js';

const { signer } = newKey();
const RECORDS = 12;
let hub: ServiceUnderTest;
let auditor: Caller;
let anybody: Caller;

beforeAll(async () => {
  hub = await testService(auditService({ signer, streamSeconds: 2 }));
  auditor = await hub.as(person('odile', 'cnil', 'auditor'));
  anybody = await hub.as();
  const at = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`);
  await publish(PermitGranted, 'p-1', PermitGranted.example, { id: 'granted', version: 1, time: at(1) });
  await publish(PermitRevoked, 'p-1', PermitRevoked.example, { id: 'revoked', version: 2, time: at(2) });
  await publish(PermitExpired, 'p-2', PermitExpired.example, { id: 'expired', version: 3, time: at(3) });
  for (let day = 4; day <= RECORDS; day += 1)
    await publish(CaseOpened, `case-${day}`, CaseOpened.example, { id: `opened-${day}`, time: at(day) });
  await untilSize(RECORDS);
}, 60_000);
afterAll(() => hub.stop());

const untilSize = (size: number) =>
  eventually(async () => expect((await anybody.get('/audit/status')).body.size).toBe(size), 20_000);
const eventIds = (body: any): string[] => body.records.map(({ record }: any) => record.eventId).sort();

describe('who may read the log', () => {
  const secret = [
    '/audit/records',
    '/audit/records/0',
    '/audit/objects/review.permit/p-1',
    '/audit/gaps',
    '/audit/proofs/0',
    '/audit/consistency?from=1&to=2',
    '/audit/checkpoints',
    '/audit/stream',
    `/audit/tile/entries/000.p/${RECORDS}`,
  ];

  it.each(secret)('%s is for auditors: not for security officers, not without a token', async (path) => {
    for (const role of ['security_officer', 'hub_officer', 'directory_administrator', 'applicant'] as const) {
      expect((await (await hub.as(person('victor', 'hub', role))).get(path)).status).toBe(403);
    }
    expect((await anybody.get(path)).status).toBe(401);
  });

  it('the key, the head and the hashes are for everybody', async () => {
    const key = await anybody.get('/audit/key');
    const head = await anybody.get('/audit/checkpoint');
    expect(openCheckpoint(head.body, parseVerifierKey(key.body))).toMatchObject({ origin: signer.name, size: RECORDS });
    expect(head.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const tile = await fetch(`${hub.service.url}/audit/tile/0/000.p/5`);
    expect(tile.headers.get('cache-control')).toContain('immutable');
    expect((await tile.arrayBuffer()).byteLength).toBe(5 * 32);
    for (const wrong of ['0/000', '0/000.p/13', '0/001.p/1', '1/000.p/1', '0/0', 'x', 'entries']) {
      expect((await anybody.get(`/audit/tile/${wrong}`)).status).toBe(404);
    }
  });
});

describe('reading records', () => {
  it.each([
    ['type=review.permit.revoked.v1', ['revoked']],
    ['object=review.permit/p-1', ['granted', 'revoked']],
    ['object=review.permit', ['expired', 'granted', 'revoked']],
    ['from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z', ['expired', 'revoked']],
    ['actor=service:test&object=review.permit&from=2026-03-03', ['expired']],
    ['actor=nobody', []],
  ])('filters by %s', async (query, expected) => {
    expect(eventIds((await auditor.get(`/audit/records?${query}`)).body)).toEqual(expected);
  });

  it('goes page by page through all of them, in the order of the log', async () => {
    const seen: number[] = [];
    for (let after: number | undefined = -1; after !== undefined; ) {
      const { body }: { body: any } = await auditor.get(`/audit/records?limit=5&after=${after}`);
      seen.push(...body.records.map(({ index }: any) => index));
      after = body.next;
    }
    expect(seen).toEqual(Array.from({ length: RECORDS }, (_, index) => index));
  });

  it.each(['limit=0', 'limit=1001', 'after=x', 'from=yesterday', 'object=/', 'unknown=1'])(
    'refuses %s',
    async (query) => {
      expect((await auditor.get(`/audit/records?${query}`)).status).toBe(400);
    },
  );

  it('gives one record, an object’s history, and the versions that never came', async () => {
    expect((await auditor.get('/audit/records/0')).body).toMatchObject({
      index: 0,
      record: { schema: 'hub.audit.record.v1' },
    });
    for (const index of [RECORDS, 'x', '-1']) expect((await auditor.get(`/audit/records/${index}`)).status).toBe(404);
    const { body } = await auditor.get('/audit/objects/review.permit/p-1');
    expect(body.records.map(({ record }: any) => record.object.version)).toEqual([1, 2]);
    expect((await auditor.get('/audit/gaps')).body.gaps).toEqual([
      { objectType: 'review.permit', objectId: 'p-2', first: 1, last: 2, missing: [1, 2] },
    ]);
  });
});

describe('proofs', () => {
  it('verify offline, as text and as JSON, by event and by index', async () => {
    const text = await auditor.get('/audit/proofs/revoked', { headers: { accept: 'text/plain' } });
    const proof = parseProof(text.body);
    expect(verifyProof(proof.extra as Uint8Array, proof, signer).size).toBe(RECORDS);
    expect(JSON.parse(Buffer.from(proof.extra as Uint8Array).toString()).eventId).toBe('revoked');
    const { body } = await auditor.get(`/audit/proofs/${proof.index}`);
    const { root } = openCheckpoint(body.checkpoint, signer);
    const hashes = body.hashes.map((hash: string) => Buffer.from(hash, 'base64'));
    verifyInclusion(leafHash(Buffer.from(body.entry, 'base64')), body.index, body.size, hashes, root);
    for (const which of ['nobody', '99']) expect((await auditor.get(`/audit/proofs/${which}`)).status).toBe(404);
  });

  it('show that the log only grew', async () => {
    const before = openCheckpoint((await anybody.get('/audit/checkpoint')).body, signer);
    const { body } = await auditor.get(`/audit/consistency?from=5&to=${before.size}`);
    expect(body.hashes.length).toBeGreaterThan(0);
    const whole = await auditor.get(`/audit/consistency?from=${before.size}&to=${before.size}`);
    verifyConsistency(before.size, before.size, whole.body.hashes, before.root, before.root);
    for (const [from, to] of [
      [0, 5],
      [5, 4],
      [1, RECORDS + 1],
    ]) {
      expect((await auditor.get(`/audit/consistency?from=${from}&to=${to}`)).status).toBe(422);
    }
    expect((await auditor.get('/audit/consistency?from=a&to=2')).status).toBe(400);
  });

  it('cover the bundle of entries', async () => {
    const response = await fetch(`${hub.service.url}/audit/tile/entries/000.p/${RECORDS}`, {
      headers: { authorization: `Bearer ${await hub.directory.token(person('odile', 'cnil', 'auditor'))}` },
    });
    const { entries, complete } = decodeBundle(new Uint8Array(await response.arrayBuffer()));
    expect([entries.length, complete]).toEqual([RECORDS, true]);
  });
});

describe('the stream', () => {
  const ids = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  const open = async (lastEventId?: string, query = '') => {
    const token = await hub.directory.token(person('odile', 'cnil', 'auditor'));
    return fetch(`${hub.service.url}/audit/stream${query}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    });
  };

  it('tells everything, then what comes, and resumes exactly', async () => {
    const first = open().then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await publish(CaseOpened, 'case-late', CaseOpened.example, { id: 'late-1' });
    const text = await first;
    expect(ids(text)).toEqual(Array.from({ length: RECORDS + 1 }, (_, index) => index));
    expect(text).toContain('retry: ');
    await publish(CaseOpened, 'case-later', CaseOpened.example, { id: 'late-2' });
    await untilSize(RECORDS + 2);
    expect(ids(await (await open(String(RECORDS))).text())).toEqual([RECORDS + 1]);
    expect(ids(await (await open(undefined, `?after=${RECORDS - 1}`)).text())).toEqual([RECORDS, RECORDS + 1]);
  });

  it('refuses a Last-Event-ID that is none', async () => {
    expect((await open('abc')).status).toBe(400);
  });

  it('tells a record soon after its event', async () => {
    const reader = (await open(String(RECORDS + 1))).body?.getReader();
    const sent = Date.now();
    await publish(CaseOpened, 'case-soon', CaseOpened.example, { id: 'soon' });
    let text = '';
    while (!text.includes('id: ')) text += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(Date.now() - sent).toBeLessThan(1_000);
    await reader?.cancel();
  });
});
