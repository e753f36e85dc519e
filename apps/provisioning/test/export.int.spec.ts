import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExportChecked, ExportDecided, ExportReleased, ExportSubmitted } from '@hub/contracts';
import { type Caller, Heard, person } from '@hub/testkit';
import {
  checkers,
  claire,
  david,
  deliverHospital,
  engineer,
  grant,
  security,
  startProvisioning,
  stranger,
  untilStatus,
} from './running-service.js';

let running: Awaited<ReturnType<typeof startProvisioning>>;
let heard: Heard;
const as: Record<string, Caller> = {};
const W = '/workspaces/HDH-2026-000001';
const SAFE = 'SELECT sex, count(DISTINCT nir) AS persons FROM patients GROUP BY sex ORDER BY sex';
const SMALL = 'SELECT birth_year, count(*) AS persons FROM patients GROUP BY birth_year ORDER BY birth_year';
const declared = { measures: { persons: 'count' } };

beforeAll(async () => {
  running = await startProvisioning();
  heard = await Heard.on('hub.provisioning.export.v1');
  for (const who of [claire, david, stranger, engineer, security, ...checkers]) as[who.id] = await running.as(who);
  await deliverHospital(as.engineer!);
  await grant();
  await untilStatus(as.claire!, 'HDH-2026-000001', 'ACTIVE');
});
afterAll(async () => {
  await heard.stop();
  await running.stop();
});

async function ask(sql: string, more: object = {}, who: Caller = as.claire!) {
  const query = (await who.post(`${W}/queries`, { sql })).body;
  return who.post(`${W}/exports`, {
    queryId: query.queryId,
    title: 'Table 1',
    context: 'Persons by group',
    ...declared,
    ...more,
  });
}
const vote = async (checker: number, id: string, decision: string, remark = 'round it', sha256?: string) => {
  const { body } = await as[`checker-${checker}`]!.get(`/exports/${id}`);
  return as[`checker-${checker}`]!.post(
    `/exports/${id}/votes`,
    { decision, remark, sha256: sha256 ?? body.file.sha256 },
    { version: body.version },
  );
};

describe('an export', () => {
  it('is refused by the automatic checks for small counts, naming the cells', async () => {
    const asked = await ask(SMALL);
    expect([asked.status, asked.body.status]).toEqual([201, 'REFUSED']);
    const { body } = await as.claire!.get(`/exports/${asked.body.id}`);
    const failed = body.checks.disclosure.results.find(({ check }: { check: string }) => check === 'minimum-count');
    expect(failed).toMatchObject({ outcome: 'fail', flagged: 40 });
    expect(failed.cells[0]).toMatchObject({ column: 'persons' });
    const event = await heard.until(ExportChecked, asked.body.id);
    expect(event.data.findings).toContainEqual({ check: 'minimum-count', outcome: 'fail', flagged: 40 });
  });

  it('is approved by two checkers who do not know each other’s vote, and released as exactly those bytes', async () => {
    const { id } = (await ask(SAFE)).body;
    expect((await as.claire!.get(`/exports/${id}`)).body.status).toBe('IN_REVIEW');
    expect((await as['checker-1']!.get(`/exports/${id}/file`)).body).toBe('sex,persons\nF,20\nM,20\n');
    expect((await as.claire!.get(`/exports/${id}/file`)).status).toBe(409);
    expect((await vote(1, id, 'approve')).body.status).toBe('IN_REVIEW');
    expect((await as['checker-2']!.get(`/exports/${id}`)).body.votes).toEqual([]);
    expect((await as.claire!.get(`/exports/${id}`)).body).toMatchObject({ votes: [] });
    expect((await vote(1, id, 'approve')).body.code).toBe('already-voted');
    expect((await vote(2, id, 'approve')).body.status).toBe('APPROVED');
    expect((await as.claire!.get(`/exports/${id}/file`)).status).toBe(409);
    const { body } = await as['checker-1']!.get(`/exports/${id}`);
    expect(
      (await as['checker-1']!.post(`/exports/${id}/release`, { sha256: '0'.repeat(64) }, { version: body.version }))
        .body.code,
    ).toBe('file-changed');
    expect(
      (await as['checker-1']!.post(`/exports/${id}/release`, { sha256: body.file.sha256 }, { version: body.version }))
        .body.status,
    ).toBe('RELEASED');
    const file = await as.david!.get(`/exports/${id}/file`);
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(body.file.sha256);
    expect(file.headers.get('x-content-sha256')).toBe(body.file.sha256);
    await heard.until(ExportReleased, id);
    expect((await heard.until(ExportDecided, id)).data).toMatchObject({
      decision: 'APPROVED',
      checkers: ['checker-1', 'checker-2'],
    });
  });

  it('is checked by nobody who is involved', async () => {
    const both = await running.as(person('claire', 'hub', 'output_checker'));
    const colleague = await running.as(person('david', 'inserm', 'applicant', 'output_checker'));
    const { id } = (await ask(SAFE)).body;
    const { version, file } = (await as['checker-1']!.get(`/exports/${id}`)).body;
    for (const who of [both, colleague]) {
      expect([403, 404]).toContain(
        (await who.post(`/exports/${id}/votes`, { decision: 'approve', sha256: file.sha256 }, { version })).status,
      );
    }
    expect((await as.eve!.get(`/exports/${id}`)).status).toBe(404);
    expect((await as.engineer!.get(`/exports/${id}`)).status).toBe(404);
    expect((await as.eve!.get('/exports')).body.items).toEqual([]);
  });

  it('that has to change comes back with other bytes, and earlier votes are gone', async () => {
    const { id } = (await ask(SAFE)).body;
    await vote(1, id, 'approve');
    expect((await vote(2, id, 'request-changes', '')).body.code).toBe('remark-required');
    expect((await vote(2, id, 'request-changes')).body.status).toBe('CHANGES_REQUESTED');
    const before = (await as.claire!.get(`/exports/${id}`)).body;
    expect(before.votes).toEqual([
      { decision: 'approve', remark: 'round it' },
      { decision: 'request-changes', remark: 'round it' },
    ]);
    const query = (
      await as.claire!.post(`${W}/queries`, {
        sql: 'SELECT sex AS "group", count(*) AS persons FROM patients GROUP BY sex ORDER BY sex',
      })
    ).body;
    const again = await as.claire!.put(
      `/exports/${id}`,
      { queryId: query.queryId, title: 'Table 1b', context: 'Rounded', ...declared },
      { version: before.version },
    );
    expect(again.body.status).toBe('IN_REVIEW');
    const { body } = await as['checker-1']!.get(`/exports/${id}`);
    expect(body.votes).toEqual([]);
    expect(body.file.sha256).not.toBe(before.file.sha256);
    expect((await vote(1, id, 'approve', '', before.file.sha256)).body.code).toBe('file-changed');
    expect((await vote(1, id, 'approve')).status).toBe(200);
  });

  it('that was tampered with on disk is not given out', async () => {
    const { id } = (await ask(SAFE)).body;
    const folder = join(running.home, 'exports', id);
    const [name] = await readdir(folder);
    await writeFile(join(folder, name!), 'sex,persons\nF,3\n');
    expect((await as['checker-1']!.get(`/exports/${id}/file`)).status).toBe(500);
  });

  it('is recalled on an incident and cannot be downloaded any more', async () => {
    const { id } = (await ask(SAFE)).body;
    for (const checker of [1, 3]) await vote(checker, id, 'approve');
    const { version, file } = (await as['checker-3']!.get(`/exports/${id}`)).body;
    const released = await as['checker-3']!.post(`/exports/${id}/release`, { sha256: file.sha256 }, { version });
    const recalled = await as.security!.post(
      `/exports/${id}/recall`,
      { reason: 'found a small cell' },
      { version: released.body.version },
    );
    expect(recalled.body.status).toBe('RECALLED');
    expect((await as.claire!.get(`/exports/${id}/file`)).status).toBe(409);
  });

  it('of one row a person is refused for its shape', async () => {
    const asked = await ask('SELECT nir, sex FROM patients ORDER BY nir', { measures: undefined });
    expect(asked.body.status).toBe('REFUSED');
  });

  it('tells others hashes and counts only', async () => {
    const event = await heard.until(ExportSubmitted);
    expect(event.data).toMatchObject({ requesterId: 'claire', rows: 40 });
    expect(JSON.stringify(heard.raw)).not.toMatch(/Table 1|by group|round it|incident|small cell/);
  });
});
