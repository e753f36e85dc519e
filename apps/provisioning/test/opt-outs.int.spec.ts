import { Readable } from 'node:stream';
import { OptOutListChanged, OptOutListConsulted } from '@hub/contracts';
import { Database } from '@hub/event-store';
import { type Caller, Heard } from '@hub/testkit';
import { readProvisioningSettings } from '../src/settings.config.js';
import { auditor, authority, claire, engineer, registrar, startProvisioning } from './running-service.js';
import { nir } from './small-data.js';

const given = '2026-05-01T10:00:00.000Z';
const csv = (...lines: string[]) => Buffer.from(['person,given,reversed', ...lines].join('\n'));
const asCsv = { headers: { 'content-type': 'text/csv' } };

describe('the opt-out list', () => {
  let running: Awaited<ReturnType<typeof startProvisioning>>;
  let heard: Heard;
  const as: Record<string, Caller> = {};
  const stored = async (sql: string) =>
    running.service.app.get(Database, { strict: false }).query<Record<string, unknown>>(sql.slice(0, 40), sql, []);
  const wasOut = async (person: string, asAt?: string) =>
    (await as.authority!.post('/opt-outs/look-ups', { person, ...(asAt && { asAt }) })).body.out;

  beforeAll(async () => {
    running = await startProvisioning();
    heard = await Heard.on('hub.provisioning.opt-out-list.v1');
    for (const who of [registrar, authority, auditor, engineer, claire]) as[who.id] = await running.as(who);
  });
  afterAll(async () => {
    await heard?.stop();
    await running?.stop();
  });

  it('is nothing to who has no part in it, and takes entries from its registrar alone', async () => {
    expect((await as.claire!.get('/opt-outs')).status).toBe(404);
    expect((await as.engineer!.post('/opt-outs', { person: nir(1), given })).status).toBe(403);
    expect((await as.authority!.post('/opt-outs/imports', csv(`${nir(1)},${given},`), asCsv)).status).toBe(403);
    expect((await as.registrar!.get('/opt-outs')).body).toMatchObject({
      status: 'ABSENT',
      listVersion: 0,
      allowed: ['enter', 'consult'],
    });
  });

  it('tells who was out as at an instant: from the opt-out on, until it was taken back', async () => {
    const { status, body } = await as.registrar!.post('/opt-outs', { person: nir(1), given });
    expect([status, body.added, body.status]).toEqual([200, 1, 'KEPT']);
    expect(await wasOut(nir(1))).toBe(true);
    const reversed = '2026-06-01T10:00:00.000Z';
    expect((await as.registrar!.post('/opt-outs', { person: nir(1), given, reversed })).body.added).toBe(1);
    const instants = ['2026-05-01T09:59:59.999Z', given, '2026-06-01T09:59:59.999Z', reversed];
    expect(await Promise.all(instants.map((asAt) => wasOut(nir(1), asAt)))).toEqual([false, true, true, false]);
    expect(await wasOut(nir(2))).toBe(false);
  });

  it('holds the same after the same order, with its key or without', async () => {
    const once = { headers: { ...asCsv.headers, 'idempotency-key': 'list-1' } };
    const list = csv(`${nir(3)},${given},`, `"${nir(4)}",${given},2026-05-02T10:00:00Z`, `${nir(3)},${given},`);
    const first = await as.registrar!.post('/opt-outs/imports', list, once);
    expect([first.status, first.body.added]).toEqual([200, 3]);
    const again = await as.registrar!.post('/opt-outs/imports', list, once);
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    const other = await as.registrar!.post('/opt-outs/imports', csv(`${nir(5)},${given},`), once);
    expect(other.body.code).toBe('idempotency-key-reused');
    const keyless = await as.registrar!.post('/opt-outs/imports', list, asCsv);
    expect([keyless.body.version, keyless.body.added]).toEqual([first.body.version, 0]);
    expect([await wasOut(nir(3)), await wasOut(nir(4)), await wasOut(nir(5))]).toEqual([true, false, false]);
  });

  it('takes nothing of a file with faults; each is named by its line, with the remedy in two languages', async () => {
    const list = csv(`${nir(6)},${given},`, `${nir(7)},yesterday,`, `${nir(8)},2027-01-01T00:00:00Z,`);
    const { status, body } = await as.registrar!.post('/opt-outs/imports', list, asCsv);
    expect([status, body.code, body.count]).toEqual([422, 'opt-outs-have-faults', 2]);
    expect(body.lines.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, 'given-not-an-instant'],
      [4, 'given-ahead'],
    ]);
    expect(body.lines[0].fr).toMatch(/fuseau/);
    expect(JSON.stringify(body)).not.toContain(nir(7));
    expect(await wasOut(nir(6))).toBe(false);
    expect((await as.registrar!.post('/opt-outs', { person: ` ${nir(6)}`, given })).body.errors[0].field).toBe(
      'person',
    );
    expect((await as.registrar!.post('/opt-outs/imports', { person: nir(6) })).status).toBe(415);
  });

  it('takes a long file as a stream, once', async () => {
    const count = 30_000;
    const lines = function* () {
      yield 'person,given,reversed\n';
      for (let i = 0; i < count; i++) yield `LONG${i},${given},\n`;
    };
    const body = Buffer.concat(
      await Readable.from(lines())
        .map((line) => Buffer.from(line))
        .toArray(),
    );
    expect((await as.registrar!.post('/opt-outs/imports', body, asCsv)).body.added).toBe(count);
    expect((await as.registrar!.post('/opt-outs/imports', body, asCsv)).body.added).toBe(0);
    expect([await wasOut('LONG0'), await wasOut(`LONG${count - 1}`)]).toEqual([true, true]);
    const { rows } = await stored('SELECT count(*)::integer AS left FROM opt_out_arrival');
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('notes each look-up, and tells nobody of whom', async () => {
    await as.authority!.post('/opt-outs/look-ups', { person: nir(1), asAt: given });
    const noted = await heard.until(OptOutListConsulted);
    expect(Object.keys(noted.data).sort()).toEqual(['asAt', 'listVersion']);
    await heard.until(OptOutListChanged);
    expect((await as.auditor!.post('/opt-outs/look-ups', { person: nir(1) })).status).toBe(403);
    expect((await as.authority!.post('/opt-outs/look-ups', { person: nir(1), asAt: 'now' })).body.code).toBe(
      'not-an-instant',
    );
    const { rows } = await stored(
      'SELECT to_jsonb(o)::text AS row FROM opt_out o UNION ALL SELECT data::text FROM event UNION ALL SELECT fingerprint FROM receipt',
    );
    const kept = rows.map(({ row }) => row).join() + JSON.stringify(heard.raw);
    for (const person of [nir(1), nir(3), 'LONG0']) expect(kept).not.toContain(person);
  });
});

it('the opt-out list needs a key of its own', () => {
  expect(() => readProvisioningSettings({ PROVISIONING_HOME: '/x' })).toThrow(/OPT_OUT_KEY_FILE/);
});
