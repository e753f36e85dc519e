import { type DataOf, PermitAmended, PermitRenewed, WorkspaceActivated, WorkspacePermitFollowed } from '@hub/contracts';
import { type Caller, eventually, Heard, publish } from '@hub/testkit';
import { OptOutsAsAt } from '../src/opt-out/list-as-at.client.js';
import { OptOutStore } from '../src/opt-out/opt-out.store.js';
import type { Manifest } from '../src/preparation/manifest.js';
import type { ProvisioningSettings } from '../src/settings.config.js';
import { permissionOf } from '../src/workspace/permission-of.js';
import {
  claire,
  deliverHospital,
  engineer,
  grant,
  PERMIT,
  registrar,
  startProvisioning,
  untilStatus,
} from './running-service.js';
import { ask, delivery, folder, nir, prepareInto, schemaOf, scopeOf } from './small-data.js';

const decided = '2026-06-10T09:30:00.000Z';
const before = '2026-06-10T09:29:59.999Z';
const after = '2026-06-10T09:30:00.001Z';
const [out, late, back] = [0, 1, 2];

describe('persons who are out', () => {
  let running: Awaited<ReturnType<typeof startProvisioning>>;
  let heard: Heard;
  let lead: Caller;
  let preparer: Caller;
  const workspaceOf = async (number: number, terms: Partial<DataOf<typeof PermitAmended>>) => {
    const baseId = `HDH-2026-00000${number}`;
    await grant({ baseId, permitId: `${baseId}-v1`, optOutAsAt: decided, optOutException: false, ...terms });
    return untilStatus(lead, baseId, 'ACTIVE');
  };
  const birthYears = async (id: string): Promise<number[]> => {
    const sql = 'SELECT CAST(birth_year AS INTEGER) FROM patients ORDER BY 1';
    return (await lead.post(`/workspaces/${id}/queries`, { sql })).body.rows.flat();
  };
  const rows = ({ tables }: { tables: { rows: number }[] }) => tables.map((table) => table.rows);
  /** Person n of the small hospital was born in 1940 + n. */
  const without = (...persons: number[]) =>
    Array.from({ length: 40 }, (_, n) => n)
      .filter((n) => !persons.includes(n))
      .map((n) => 1940 + n);

  beforeAll(async () => {
    running = await startProvisioning();
    heard = await Heard.on('hub.provisioning.workspace.v1');
    lead = await running.as(claire);
    preparer = await running.as(engineer);
    await deliverHospital(preparer);
    const lines = [`${nir(out)},${before},`, `${nir(late)},${after},`, `${nir(back)},2026-01-01T00:00:00Z,${before}`];
    const list = Buffer.from(['person,given,reversed', ...lines].join('\n'));
    const entered = await (await running.as(registrar)).post('/opt-outs/imports', list, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(entered.body.added).toBe(4);
  });
  afterAll(async () => {
    await heard?.stop();
    await running?.stop();
  });

  it('before the decision are in no table; those after it, and those who took it back before, are', async () => {
    const workspace = await workspaceOf(1, {});
    expect(rows(workspace)).toEqual([39, 195]);
    expect(await birthYears(workspace.id)).toEqual(without(out));
    const sql = 'SELECT count(*) FROM stays WHERE nir NOT IN (SELECT nir FROM patients)';
    expect((await lead.post(`/workspaces/${workspace.id}/queries`, { sql })).body.rows).toEqual([[0]]);
    expect(workspace.optOuts).toEqual({
      asAt: decided,
      listSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      personsLeftOut: { fewerThan: 11 },
    });
    const { data } = await heard.until(WorkspaceActivated, workspace.id);
    const { asAt, listSha256 } = workspace.optOuts;
    expect(data).toMatchObject({ optOutAsAt: asAt, optOutException: false, optOutListSha256: listSha256 });
    expect(JSON.stringify(data)).not.toMatch(/persons|fewer/i);
  });

  it('are all there where the permit sets opt-outs aside, and the report says under which law', async () => {
    const workspace = await workspaceOf(2, { optOutException: true });
    expect(rows(workspace)).toEqual([40, 200]);
    expect(workspace.optOuts).toEqual({ asAt: decided, setAside: 'Regulation (EU) 2025/327, Article 71(4)' });
    const { data } = await heard.until(WorkspaceActivated, workspace.id);
    expect(data).toMatchObject({ optOutException: true });
    expect(data).not.toHaveProperty('optOutListSha256');
  });

  it('are left out of a permit that is decided later, and of no older one', async () => {
    const later = await workspaceOf(3, { optOutAsAt: after });
    expect(await birthYears(later.id)).toEqual(without(out, late));
    const renewed = { ...PERMIT, permitId: `${PERMIT.baseId}-v2`, version: 2, validUntil: '2031-06-09' };
    await publish(PermitRenewed, PERMIT.baseId, { ...renewed, optOutAsAt: after, optOutException: false });
    expect((await heard.until(WorkspacePermitFollowed, PERMIT.baseId)).data.dataChanged).toBe(false);
    expect(await birthYears(PERMIT.baseId)).toEqual(without(out));
  });

  it('are the same when an amended permit is prepared anew', async () => {
    const period = { from: '2018-01-01', to: '2021-12-31' };
    const amended = { ...PERMIT, permitId: `${PERMIT.baseId}-v3`, version: 3, scope: { ...PERMIT.scope, period } };
    await publish(PermitAmended, PERMIT.baseId, { ...amended, optOutAsAt: after, optOutException: false });
    await eventually(async () => {
      const { body } = await lead.get(`/workspaces/${PERMIT.baseId}`);
      expect(body).toMatchObject({ status: 'ACTIVE', permitId: amended.permitId, optOuts: { asAt: decided } });
    }, 20_000);
    expect(await birthYears(PERMIT.baseId)).toEqual(without(out));
  });

  it('are not let in by a service that has another key than the list', async () => {
    const list = running.service.app.get(OptOutStore, { strict: false });
    const service = new OptOutsAsAt(list, { optOutKey: Buffer.alloc(32, 6) } as unknown as ProvisioningSettings);
    const preparation = service.during(permissionOf(PERMIT), await folder(), () => Promise.resolve());
    await expect(preparation).rejects.toThrow('the opt-out list was made with another key');
  });
});

describe('the list of opt-outs over a delivery', () => {
  const prepared = async (...of: Parameters<typeof prepareInto>): Promise<Manifest> => {
    const result = await prepareInto(...of);
    if (!result.ok) throw new Error(JSON.stringify(result.breaches));
    return result.manifest;
  };

  it('knows a person in whatever type a table holds the identifier, and counts whom it left out', async () => {
    const at = await folder();
    await ask(`COPY (SELECT range::DOUBLE AS id, 'a' AS v FROM range(40)) TO '${at}/doubles.parquet'`);
    await ask(`COPY (SELECT range::VARCHAR AS id, 'a' AS v FROM range(40)) TO '${at}/texts.parquet'`);
    const schema = (type: string) =>
      schemaOf({ fields: [{ name: 'id', type }, { name: 'v' }], personKey: 'id', dateColumn: null });
    const deliveries = [
      await delivery('d', 'doubles', 'parquet', schema('integer'), `${at}/doubles.parquet`),
      await delivery('d', 'texts', 'parquet', schema('string'), `${at}/texts.parquet`),
    ];
    const scope = scopeOf({ tables: deliveries.map(({ table }) => ({ dataset: 'd', table, columns: ['v'] })) });
    const optedOut = [...Array(12).keys(), 99].map(String);
    const manifest = await prepared(await folder(), scope, deliveries, { optedOut });
    expect(manifest.tables.map((table) => table.rows)).toEqual([28, 28]);
    expect([manifest.persons, manifest.optOuts]).toMatchObject([28, { personsLeftOut: { exactly: 12 } }]);
  });

  it('takes a mother who is out away from her child’s row, and leaves the child', async () => {
    const at = await folder();
    await ask(`COPY (SELECT * FROM (VALUES ('child', 'mother'), ('mother', NULL)) t(id, of)) TO '${at}/t.parquet'`);
    const identifiers = [{ column: 'of', kind: 'person' }];
    const schema = schemaOf({
      fields: [{ name: 'id' }, { name: 'of' }],
      personKey: 'id',
      dateColumn: null,
      identifiers,
    });
    const deliveries = [await delivery('d', 't', 'parquet', schema, `${at}/t.parquet`)];
    const scope = scopeOf({ tables: [{ dataset: 'd', table: 't', columns: ['id', 'of'] }] });
    const to = await folder();
    await prepared(to, scope, deliveries, { optedOut: ['mother'] });
    const family = await ask(`SELECT id IS NOT NULL AS id, of FROM '${to}/d/t.parquet'`);
    expect(family).toEqual([{ id: true, of: null }]);
  });
});
