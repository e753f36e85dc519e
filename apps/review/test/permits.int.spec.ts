import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermitAmended, PermitRevoked } from '@hub/contracts';
import { PermitKey } from '../src/permit/permit-key.config.js';
import { ReviewUnderTest } from './review-under-test.js';

const zoe = { personId: 'zoe', organisationId: 'chu', role: 'member' };
const main = join(import.meta.dirname, '../src/verify-permit/main.js');

/** The exit status and output of the command that verifies permits. */
function verifiedBy(permit: unknown, keys: string): Promise<{ code: number; out: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-verify-'));
  const [permitFile, keyFile] = [join(folder, 'permit.json'), join(folder, 'keys')];
  writeFileSync(permitFile, JSON.stringify(permit));
  writeFileSync(keyFile, keys);
  return new Promise((resolve) => {
    execFile(process.execPath, [main, permitFile, keyFile], (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ code: Number(error?.code ?? 0), out: stdout + stderr });
    });
  });
}

describe('a permit over HTTP', () => {
  let review: ReviewUnderTest;
  let first: string;
  let baseId: string;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    const id = await review.toTheAuthority('app-permit');
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons: 'Proportionate.' });
    first = await review.permitOf(id);
    baseId = first.replace('-v1', '');
  });
  afterAll(() => review?.stop());

  it('is the first of its year, shown to those concerned and to nobody else', async () => {
    expect(first).toBe('CNIL-2026-000001-v1');
    const statuses = async (...who: Parameters<ReviewUnderTest['get']>[0][]) =>
      Promise.all(who.map(async (one) => (await review.get(one, `/permits/${first}`)).status));
    expect(await statuses('claire', 'david', 'officer', 'authority', 'engineer', 'auditor')).toEqual([
      200, 200, 200, 200, 200, 200,
    ]);
    expect(await statuses('eve', 'member-1', undefined)).toEqual([404, 404, 401]);
    const listed = async (who: 'david' | 'eve') =>
      (await review.get(who, '/permits')).body.items.map(({ id }: { id: string }) => id);
    expect(await listed('david')).toEqual([first]);
    expect(await listed('eve')).toEqual([]);
  });

  it('shows the public no names', async () => {
    const register = await review.get(undefined, '/permits/register');
    expect(register.body.items).toEqual([
      {
        id: first,
        status: 'GRANTED',
        organisationId: 'inserm',
        datasets: ['bleeds'],
        validFrom: '2026-03-02',
        validUntil: '2029-03-01',
      },
    ]);
    const verification = await review.get(undefined, `/permits/${first}/verification`);
    expect(JSON.stringify([register.body, verification.body])).not.toMatch(/claire|david/);
    expect((await review.get(undefined, '/permits/HDH-2026-999999-v1/verification')).status).toBe(404);
  });

  it('is verified from files by a command that asks nobody', async () => {
    const { body: signed } = await review.get('claire', `/permits/${first}`);
    const { body: keys } = await review.get(undefined, '/permits/keys');
    expect(await verifiedBy(signed, JSON.stringify(keys))).toMatchObject({
      code: 0,
      out: expect.stringContaining(first),
    });
    expect(await verifiedBy(signed, keys.keys[0].pem)).toMatchObject({ code: 0 });
    const forged = { ...signed, document: { ...signed.document, persons: [] } };
    expect(await verifiedBy(forged, keys.keys[0].pem)).toMatchObject({
      code: 1,
      out: expect.stringContaining('changed-after-signing'),
    });
    expect(await verifiedBy(signed, 'no key')).toMatchObject({ code: 2 });
  });

  it('gets a new signed version when its people change; who leaves no longer sees it', async () => {
    expect((await review.order('claire', `/permits/${baseId}/team`, { add: [zoe], reason: '…' })).status).toBe(403);
    expect(
      (await review.order('officer', `/permits/${baseId}/team`, { remove: ['claire'], reason: '…' })).body.code,
    ).toBe('exactly-one-lead');
    await review.does('officer', `/permits/${baseId}/team`, {
      add: [zoe],
      remove: ['david'],
      reason: 'A new statistician.',
    });
    const amended = await review.heard.until(PermitAmended, baseId);
    expect(amended.data).toMatchObject({
      permitId: `${baseId}-v2`,
      version: 2,
      team: [{ personId: 'claire' }, { personId: 'zoe' }],
    });
    expect((await review.get('david', `/permits/${baseId}`)).status).toBe(404);
    const verification = async (id: string) => (await review.get(undefined, `/permits/${id}/verification`)).body.status;
    expect(await Promise.all([first, `${baseId}-v2`].map(verification))).toEqual(['SUPERSEDED', 'VALID']);
    const { body: signed } = await review.get('claire', `/permits/${baseId}-v2`);
    const { body: keys } = await review.get(undefined, '/permits/keys');
    expect(await verifiedBy(signed, JSON.stringify(keys))).toMatchObject({ code: 0 });
  });

  it('is revoked by the authority, with reasons that stay here', async () => {
    expect(
      (await review.order('officer', `/permits/${baseId}/revocation`, { reasons: 'Misuse of data.' })).status,
    ).toBe(403);
    await review.does('authority', `/permits/${baseId}/revocation`, { reasons: 'Misuse of data.' });
    const revoked = await review.heard.until(PermitRevoked, baseId);
    expect(Object.keys(revoked.data).sort()).toEqual(['applicationId', 'baseId', 'permitId']);
    expect((await review.get(undefined, `/permits/${baseId}/verification`)).body.status).toBe('REVOKED');
    expect((await review.get('claire', `/permits/${baseId}`)).body).toMatchObject({
      status: 'REVOKED',
      reasons: 'Misuse of data.',
    });
    const { rows } = await review.rows(
      `SELECT clock FROM deadline WHERE kind = 'permit' AND subject = $1 AND done_at IS NULL`,
      [baseId],
    );
    expect(rows).toEqual([]);
  });
});

describe('the key that signs permits', () => {
  const refused = (env: NodeJS.ProcessEnv) => () => PermitKey.fromEnvironment(env);
  it('must be named, readable and an Ed25519 key; the message never shows what is in the file', () => {
    expect(refused({})).toThrow(/PERMIT_KEY_FILE is not set/);
    expect(refused({ PERMIT_KEY_FILE: '/nowhere/key.pem' })).toThrow(/must name a readable file/);
    expect(refused({ PERMIT_KEY_FILE: import.meta.filename })).toThrow(/must name a readable file/);
  });
});
