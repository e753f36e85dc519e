import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DatasetPublished,
  DeliveryReceived,
  MandateConfirmed,
  MandateEnded,
  MandateGiven,
  MandateSuspended,
  PermitAmended,
  PermitExpired,
  PermitGranted,
  QueryExecuted,
  WorkspaceAccessEnded,
  WorkspaceActivated,
  WorkspaceLocked,
  WorkspacePermitFollowed,
} from '@hub/contracts';
import { type Caller, eventually, Heard, publish } from '@hub/testkit';
import {
  claire,
  david,
  deliver,
  deliverHospital,
  engineer,
  grant,
  holder,
  PERMIT,
  security,
  startProvisioning,
  stranger,
  untilStatus,
} from './running-service.js';
import { PATIENTS, stays } from './small-data.js';

type Running = Awaited<ReturnType<typeof startProvisioning>>;
let running: Running;
let heard: Heard;
const as: Record<string, Caller> = {};
const W = '/workspaces/HDH-2026-000001';
const ENDLESS = 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t';

beforeAll(async () => {
  running = await startProvisioning();
  heard = await Heard.on('hub.provisioning.workspace.v1', 'hub.provisioning.query.v1', 'hub.provisioning.delivery.v1');
  for (const who of [claire, david, stranger, engineer, security, holder]) as[who.id] = await running.as(who);
});
afterAll(async () => {
  await heard.stop();
  await running.stop();
});

describe('from a permit to a workspace', () => {
  it('waits for deliveries and says what is missing', async () => {
    const eventId = await grant();
    const waiting = await eventually(async () => {
      const { body } = await as.claire!.get(W);
      if (!body.missing?.length) throw new Error(JSON.stringify(body));
      return body;
    });
    expect(waiting).toMatchObject({
      status: 'REQUESTED',
      missing: [
        { code: 'not-delivered', table: 'hospital/patients' },
        { code: 'not-delivered', table: 'hospital/stays' },
      ],
    });
    // The same event again is the same workspace.
    await publish(PermitGranted, PERMIT.permitId, PERMIT, { id: eventId });
  });

  it('takes a delivery from the holder alone, and only with its identifying columns stated', async () => {
    expect(
      (
        await as.claire!.post('/deliveries', {
          datasetId: 'hospital',
          table: 'patients',
          format: 'csv',
          schema: PATIENTS,
        })
      ).status,
    ).toBe(403);
    expect((await deliver(as.holder!, 'patients', PATIENTS, [])).body.code).toBe('dataset-not-yours');
    await publish(DatasetPublished, 'hospital', {
      datasetId: 'hospital',
      holderId: 'chu',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [{ name: 'patients', columns: ['nir', 'postcode'], personalKeys: ['nir', 'postcode'] }],
    });
    await eventually(async () => {
      const { body } = await deliver(as.holder!, 'patients', PATIENTS, []);
      expect(body).toMatchObject({ code: 'identifying-columns-open', columns: ['postcode'] });
    });
    const { personKey: _, ...unstated } = PATIENTS;
    expect((await deliver(as.engineer!, 'patients', unstated, [])).body.code).toBe('schema-invalid');
  });

  it('fails visibly where a file breaks its schema, naming the place and no value', async () => {
    const broken = stays().map((line, index) => (index === 16 ? line.replace(/,20[0-9-]+,/, ',DUPONT,') : line));
    await publish(DatasetPublished, 'hospital', {
      datasetId: 'hospital',
      holderId: 'chu',
      version: 2,
      accessRight: 'NON_PUBLIC',
      tables: [{ name: 'patients', columns: ['nir'], personalKeys: ['nir'] }],
    });
    await eventually(async () => expect((await deliver(as.holder!, 'patients', PATIENTS, [])).status).toBe(200));
    await deliverHospital(as.holder!, broken);
    const failed = await untilStatus(as.engineer!, 'HDH-2026-000001', 'FAILED');
    expect(failed.reasons).toEqual([
      { table: 'hospital/stays', row: 17, column: 'entry', valueClass: 'letters (6 characters)', reason: 'type' },
    ]);
    expect(JSON.stringify(heard.raw)).not.toContain('DUPONT');
    expect(failed.allowed).toContain('retry');
    expect(await readdir(join(running.home, 'workspaces', 'HDH-2026-000001'))).not.toContain('data');
  });

  it('is retried by the engineer with a mended delivery, and becomes active', async () => {
    await deliverHospital(as.holder!);
    await heard.until(DeliveryReceived);
    const { body } = await as.engineer!.get(W);
    expect((await as.engineer!.post(`${W}/retry`, {}, { version: body.version })).status).toBe(200);
    const active = await untilStatus(as.claire!, 'HDH-2026-000001', 'ACTIVE');
    expect(active.tables.map(({ table, rows }: { table: string; rows: number }) => [table, rows])).toEqual([
      ['patients', 40],
      ['stays', 200],
    ]);
    await heard.until(WorkspaceActivated, 'HDH-2026-000001');
  });

  it('is nothing to a stranger, and shows an engineer no data', async () => {
    expect((await as.eve!.get(W)).status).toBe(404);
    expect((await as.eve!.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(404);
    expect((await as.engineer!.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(403);
    expect((await as.engineer!.get(`${W}/queries`)).status).toBe(404);
    expect((await as.engineer!.get(W)).body.tables).toBeUndefined();
    expect((await as.eve!.get('/workspaces')).body.items).toEqual([]);
    expect((await as.claire!.get('/workspaces')).body.items).toHaveLength(1);
  });
});

describe('work in a workspace', () => {
  const sql = 'SELECT sex, count(DISTINCT nir) AS persons FROM patients GROUP BY sex ORDER BY sex';

  it('answers a query, and tells the audit who asked what, not the words', async () => {
    const { status, body } = await as.claire!.post(`${W}/queries`, { sql, title: 'Persons by sex' });
    expect([status, body.rows]).toEqual([
      200,
      [
        ['F', 20],
        ['M', 20],
      ],
    ]);
    const event = await heard.until(QueryExecuted, body.queryId);
    expect(event.data).toMatchObject({
      personId: 'claire',
      outcome: 'result',
      rows: 2,
      sqlSha256: createHash('sha256').update(sql).digest('hex'),
    });
    expect(JSON.stringify(heard.raw)).not.toContain('birth_year)');
    expect((await as.david!.get(`${W}/queries`)).body.items.map(({ title }: { title: string }) => title)).toEqual([
      'Persons by sex',
    ]);
  });

  it('refuses a faulty query with DuckDB’s words and no path of this machine', async () => {
    const { status, body } = await as.claire!.post(`${W}/queries`, { sql: 'SELECT nothing FROM patients' });
    expect([status, body.code]).toEqual([422, 'query-failed']);
    expect(body.message).toContain('nothing');
    expect(JSON.stringify(body)).not.toContain(running.home);
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SET threads = 1' })).body.reason).toBe(
      'statement-not-allowed',
    );
  });

  it('keeps a chart with its data’s hash, drawn, for all members', async () => {
    const query = (await as.claire!.post(`${W}/queries`, { sql })).body;
    const spec = {
      mark: 'bar',
      encoding: { x: { field: 'sex', type: 'nominal' }, y: { field: 'persons', type: 'quantitative' } },
    };
    const saved = await as.claire!.post(`${W}/charts`, { title: 'Persons', queryId: query.queryId, spec });
    expect(saved.status).toBe(201);
    const { body } = await as.david!.get(`${W}/charts/${saved.body.id}`);
    expect(body.svg).toMatch(/^<svg/);
    expect(body.dataSha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await as.engineer!.get(`${W}/charts/${saved.body.id}`)).status).toBe(404);
    const reaching = { ...spec, data: { url: 'http://example.org/x.csv' } };
    expect(
      (await as.claire!.post(`${W}/charts`, { title: 'x', queryId: query.queryId, spec: reaching })).body.reasons,
    ).toEqual(['data is not offered']);
  });

  it('is closed while the security officer suspends it', async () => {
    const { version } = (await as.security!.get(W)).body;
    const suspended = await as.security!.post(`${W}/suspension`, { reason: 'incident' }, { version });
    expect(suspended.body.status).toBe('SUSPENDED');
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(409);
    await as.security!.post(`${W}/resumption`, {}, { version: suspended.body.version });
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(200);
  });

  it('is not open outside the permit’s validity', async () => {
    const now = running.clock.now();
    running.clock.moveTo(new Date('2029-06-10T09:00:00.000Z'));
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SELECT 1' })).body.code).toBe('permit-not-valid-now');
    running.clock.moveTo(now);
  });
});

describe('access', () => {
  it('ends with the mandate, at once, also for a query that is running', async () => {
    const asked = as.david!.post(`${W}/queries`, { sql: ENDLESS });
    await new Promise((resolve) => setTimeout(resolve, 800));
    const start = performance.now();
    await publish(MandateEnded, 'm-1', {
      mandateId: 'm-1',
      personId: 'david',
      organisationId: 'inserm',
      role: 'applicant',
    });
    expect((await asked).status).toBe(404);
    expect(performance.now() - start).toBeLessThan(4_000);
    await heard.until(WorkspaceAccessEnded, 'HDH-2026-000001');
    expect((await as.david!.get(W)).status).toBe(404);
    await publish(MandateGiven, 'm-2', {
      mandateId: 'm-2',
      personId: 'david',
      organisationId: 'inserm',
      role: 'applicant',
      from: '2026-06-15',
    });
    await eventually(async () => expect((await as.david!.get(W)).status).toBe(200));
  });

  it('ends while a mandate is suspended that nobody confirmed, and comes back with the confirmation', async () => {
    const mandate = { mandateId: 'm-2', personId: 'david', organisationId: 'inserm', role: 'applicant' };
    await publish(MandateSuspended, 'm-2', mandate);
    await eventually(async () => expect((await as.david!.get(W)).status).toBe(404));
    await publish(MandateConfirmed, 'm-2', { ...mandate, nextDue: '2027-06-15' });
    await eventually(async () => expect((await as.david!.get(W)).status).toBe(200));
  });

  it('ends with the permit that no longer names the person; the data stays', async () => {
    const permit = { ...PERMIT, permitId: 'HDH-2026-000001-v2', version: 2, team: PERMIT.team.slice(0, 1) };
    await publish(PermitAmended, permit.permitId, permit);
    expect((await heard.until(WorkspacePermitFollowed)).data).toMatchObject({ left: ['david'], dataChanged: false });
    expect((await as.david!.get(W)).status).toBe(404);
    expect((await as.claire!.get(W)).body.status).toBe('ACTIVE');
  });

  it('of a permit with other data waits for that data', async () => {
    const scope = { ...PERMIT.scope, period: { from: '2020-01-01', to: '2020-12-31' } };
    await publish(PermitAmended, 'HDH-2026-000001-v3', {
      ...PERMIT,
      permitId: 'HDH-2026-000001-v3',
      version: 3,
      scope,
    });
    await eventually(async () => {
      const { body } = await as.claire!.get(W);
      expect(body).toMatchObject({ permitId: 'HDH-2026-000001-v3', status: 'ACTIVE' });
    }, 20_000);
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SELECT count(*) FROM stays' })).body.rows).toEqual([[40]]);
  });

  it('ends for all with the permit; the data is purged with a certificate', async () => {
    await publish(PermitExpired, 'HDH-2026-000001-v3', {
      permitId: 'HDH-2026-000001-v3',
      baseId: 'HDH-2026-000001',
      applicationId: 'application-1',
    });
    await heard.until(WorkspaceLocked, 'HDH-2026-000001');
    expect((await as.claire!.post(`${W}/queries`, { sql: 'SELECT 1' })).status).toBe(409);
    const { version } = (await as.engineer!.get(W)).body;
    expect((await as.engineer!.post(`${W}/purge`, {}, { version: version - 1 })).status).toBe(412);
    expect((await as.engineer!.post(`${W}/purge`, {}, { version })).body.status).toBe('PURGED');
    expect((await as.engineer!.get(W)).body.certificate.manifestSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(join(running.home, 'workspaces'))).toEqual([]);
  });
});

describe('what others are told', () => {
  it('holds no identifier, value or statement', () => {
    expect(heard.raw.length).toBeGreaterThan(15);
    expect(JSON.stringify(heard.raw)).not.toMatch(/1000000000000\d\d|SELECT|K922/);
  });
});
