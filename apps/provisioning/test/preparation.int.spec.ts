import { createHmac, hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../src/preparation/manifest.js';
import type { Delivery } from '../src/preparation/plan.js';
import { projectKey } from '../src/preparation/pseudonym.js';
import {
  ask,
  csvDelivery,
  delivery,
  folder,
  MASTER,
  nir,
  PATIENTS,
  patients,
  prepareInto,
  STAYS,
  schemaOf,
  scopeOf,
  stays,
} from './small-data.js';

async function hospital(stayLines = stays(), patientLines = patients()): Promise<Delivery[]> {
  const at = await folder();
  return [await csvDelivery(at, 'patients', PATIENTS, patientLines), await csvDelivery(at, 'stays', STAYS, stayLines)];
}

async function prepared(
  out: string,
  ...of: Parameters<typeof prepareInto> extends [string, ...infer R] ? R : never
): Promise<Manifest> {
  const result = await prepareInto(out, ...of);
  if (!result.ok) throw new Error(JSON.stringify(result.breaches));
  return result.manifest;
}

describe('a preparation', () => {
  it('gives exactly the permitted tables and columns', async () => {
    const out = await folder();
    const manifest = await prepared(out, scopeOf(), await hospital());
    expect(
      manifest.tables.map((table) => [table.table, table.columns.map((column) => column.name), table.rows]),
    ).toEqual([
      ['patients', ['nir', 'birth_year', 'sex'], 40],
      ['stays', ['nir', 'entry', 'diagnosis', 'rpps'], 200],
    ]);
    const columns = await ask(`SELECT column_name FROM (DESCRIBE FROM '${out}/hospital/stays.parquet')`);
    expect(columns.map((column) => column['column_name'])).toEqual(['nir', 'entry', 'diagnosis', 'rpps']);
  });

  it('keeps the rows of the period, both days included', async () => {
    const out = await folder();
    await prepared(out, scopeOf({ period: { from: '2019-02-15', to: '2020-03-15' } }), await hospital());
    const [row] = await ask(
      `SELECT min(entry)::VARCHAR a, max(entry)::VARCHAR b, count(*) n FROM '${out}/hospital/stays.parquet'`,
    );
    const expected = stays()
      .map((line) => line.split(',')[2]!)
      .filter((day) => day >= '2019-02-15' && day <= '2020-03-15');
    expect(row).toEqual({ a: [...expected].sort()[0], b: [...expected].sort().at(-1), n: String(expected.length) });
  });

  it('restricts every table to the persons of the population', async () => {
    const out = await folder();
    const criterion = {
      dataset: 'hospital',
      table: 'stays',
      column: 'diagnosis',
      operator: 'starts-with',
      values: ['K92'],
    } as const;
    await prepared(out, scopeOf({ population: { include: [criterion], exclude: [] } }), await hospital());
    const [persons] = await ask(
      `SELECT (SELECT count(*) FROM '${out}/hospital/patients.parquet') p, (SELECT count(*) FROM '${out}/hospital/stays.parquet') s`,
    );
    expect(persons).toEqual({ p: '10', s: '50' });
  });

  it('excludes persons who satisfy a criterion of exclusion', async () => {
    const out = await folder();
    const criterion = {
      dataset: 'hospital',
      table: 'patients',
      column: 'birth_year',
      operator: 'at-least',
      values: [1950],
    } as const;
    const manifest = await prepared(
      out,
      scopeOf({ population: { include: [], exclude: [criterion] } }),
      await hospital(),
    );
    expect(manifest.tables.map((table) => table.rows)).toEqual([10, 50]);
  });

  it('restricts by the person even where the person key itself is not permitted', async () => {
    const out = await folder();
    const criterion = {
      dataset: 'hospital',
      table: 'patients',
      column: 'sex',
      operator: 'equals',
      values: ['F'],
    } as const;
    const tables = [{ dataset: 'hospital', table: 'stays', columns: ['diagnosis'] }];
    const manifest = await prepared(
      out,
      scopeOf({ tables, population: { include: [criterion], exclude: [] } }),
      await hospital(),
    );
    expect(manifest.tables[0]!.rows).toBe(100);
    expect(manifest.tables[0]!.columns.map((column) => column.name)).toEqual(['diagnosis']);
  });
});

describe('pseudonyms', () => {
  it('are the keyed HMAC-SHA-256 of the identifier, as a UUID of version 8', async () => {
    const out = await folder();
    await prepared(out, scopeOf(), await hospital());
    const key = Buffer.from(hkdfSync('sha256', MASTER, new Uint8Array(0), 'hub.pseudonym.v1\0project-1\0person', 32));
    const h = createHmac('sha256', key).update(nir(0)).digest('hex');
    const variant = '89ab'[h.charCodeAt(16) % 4];
    const expected = `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`;
    const rows = await ask(
      `SELECT count(*) n FROM '${out}/hospital/patients.parquet' WHERE nir = '${expected}' AND birth_year = 1940`,
    );
    expect(rows).toEqual([{ n: '1' }]);
  });

  it('link the tables of a project and not those of another', async () => {
    const [one, two] = [await folder(), await folder()];
    const deliveries = await hospital();
    await prepared(one, scopeOf(), deliveries);
    await prepared(two, scopeOf({ project: 'project-2' }), deliveries);
    const shared = (a: string, b: string, column: string) =>
      ask(`SELECT count(DISTINCT ${column}) n FROM '${a}' WHERE ${column} IN (SELECT ${column} FROM '${b}')`);
    expect(await shared(`${one}/hospital/stays.parquet`, `${one}/hospital/patients.parquet`, 'nir')).toEqual([
      { n: '40' },
    ]);
    expect(await shared(`${one}/hospital/stays.parquet`, `${two}/hospital/stays.parquet`, 'nir')).toEqual([{ n: '0' }]);
    expect(await shared(`${one}/hospital/stays.parquet`, `${two}/hospital/stays.parquet`, 'rpps')).toEqual([
      { n: '0' },
    ]);
  });

  it('differ between kinds, so that a number used twice does not link a doctor to a patient', () => {
    expect(projectKey(MASTER, 'p', 'person')).not.toEqual(projectKey(MASTER, 'p', 'professional'));
  });

  it('leave no identifier and no source order in a project: two projects differ in their order', async () => {
    const orders: string[] = [];
    for (const project of ['project-1', 'project-2']) {
      const out = await folder();
      await prepared(out, scopeOf({ project }), await hospital());
      const rows = await ask(`SELECT birth_year FROM '${out}/hospital/patients.parquet'`);
      orders.push(rows.map((row) => row['birth_year']).join());
      const [found] = await ask(
        `SELECT count(*) n FROM '${out}/hospital/stays.parquet' WHERE nir::VARCHAR LIKE '1000000%' OR rpps::VARCHAR LIKE '1000000%'`,
      );
      expect(found).toEqual({ n: '0' });
    }
    expect(orders[0]).not.toBe(orders[1]);
  });

  it('are the same for 6, 6.0 and "6"', async () => {
    const at = await folder();
    await ask(`COPY (SELECT 6::DOUBLE AS id, 'a' AS v UNION ALL SELECT 7, 'b') TO '${at}/doubles.parquet'`);
    await ask(`COPY (SELECT 6::BIGINT AS id, 'a' AS v UNION ALL SELECT 7, 'b') TO '${at}/whole.parquet'`);
    await ask(`COPY (SELECT '6' AS id, 'a' AS v UNION ALL SELECT '7', 'b') TO '${at}/texts.parquet'`);
    const schema = (type: string) =>
      schemaOf({ fields: [{ name: 'id', type }, { name: 'v' }], personKey: 'id', dateColumn: null });
    const deliveries = await Promise.all(
      [
        ['doubles', 'integer'],
        ['whole', 'integer'],
        ['texts', 'string'],
      ].map(([table, type]) => delivery('d', table!, 'parquet', schema(type!), `${at}/${table}.parquet`)),
    );
    const out = await folder();
    await prepared(
      out,
      scopeOf({ tables: deliveries.map(({ table }) => ({ dataset: 'd', table, columns: ['id', 'v'] })) }),
      deliveries,
    );
    const rows = await ask(`SELECT count(DISTINCT id) n, count(*) m FROM read_parquet('${out}/d/*.parquet')`);
    expect(rows).toEqual([{ n: '2', m: '6' }]);
  });
});

describe('a delivery that breaks its schema', () => {
  const cases: [string, (lines: string[]) => string[], object][] = [
    [
      'a date that is none',
      (l) => with_(l, 16, (c) => (c[2] = '15/02/2019')),
      { row: 17, column: 'entry', valueClass: 'date-like (10 characters)', reason: 'type' },
    ],
    [
      'a missing key',
      (l) => with_(l, 0, (c) => (c[1] = '')),
      { row: 1, column: 'nir', valueClass: 'empty (0 characters)', reason: 'required' },
    ],
    [
      'a fraction for a whole number',
      (l) => with_(l, 3, (c) => (c[0] = '3.5')),
      { row: 4, column: 'stay_id', valueClass: 'decimal (3 characters)', reason: 'type' },
    ],
    [
      'a code off its pattern',
      (l) => with_(l, 5, (c) => (c[3] = 'dupont')),
      { row: 6, column: 'diagnosis', valueClass: 'letters (6 characters)', reason: 'pattern' },
    ],
    ['a negative cost', (l) => with_(l, 7, (c) => (c[4] = '-3')), { row: 8, column: 'cost', reason: 'below-minimum' }],
    ['a cell too many', (l) => with_(l, 9, (c) => c.push('x')), { row: 10, column: null, reason: 'too many columns' }],
  ];
  it.each(cases)('is refused: %s', async (_, change, expected) => {
    const out = await folder();
    const result = await prepareInto(out, scopeOf(), await hospital(change(stays())));
    expect(result).toMatchObject({ ok: false, breaches: [{ table: 'hospital/stays', ...expected }] });
    expect(JSON.stringify(result)).not.toMatch(/dupont|15\/02/);
    expect(existsSync(join(out, 'hospital'))).toBe(false);
  });

  it('is refused for a person who appears twice where the schema says unique', async () => {
    const result = await prepareInto(
      await folder(),
      scopeOf(),
      await hospital(stays(), [...patients(), patients()[3]!]),
    );
    expect(result).toMatchObject({
      ok: false,
      breaches: [{ table: 'hospital/patients', column: 'nir', reason: 'not-unique' }],
    });
  });

  it('is refused for a header that is a row, without repeating it', async () => {
    const at = await folder();
    const broken = await csvDelivery(at, 'stays', { ...STAYS, fields: STAYS.fields }, stays());
    const { writeFile } = await import('node:fs/promises');
    await writeFile(broken.files[0]!.path, stays().join('\n'));
    const [first] = await hospital();
    const result = await prepareInto(await folder(), scopeOf(), [first!, broken]);
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain(nir(0));
  });

  it('is refused in Parquet too', async () => {
    const at = await folder();
    await ask(
      `COPY (SELECT range AS stay_id, 'x' || range AS nir, DATE '2020-01-01' AS entry, CASE WHEN range = 4 THEN 'bad' ELSE 'I10' END AS diagnosis, 1.0::DOUBLE AS cost, 'r' AS rpps FROM range(9)) TO '${at}/stays.parquet'`,
    );
    const [first] = await hospital();
    const result = await prepareInto(await folder(), scopeOf(), [
      first!,
      await delivery('hospital', 'stays', 'parquet', schemaOf(STAYS), `${at}/stays.parquet`),
    ]);
    expect(result).toMatchObject({
      ok: false,
      breaches: [{ row: 5, column: 'diagnosis', valueClass: 'letters (3 characters)', reason: 'pattern' }],
    });
  });
});

describe('a preparation done again', () => {
  it('gives the same bytes, on one core as on two', async () => {
    const deliveries = await hospital();
    const manifests = [];
    for (const threads of [1, 2, 2]) manifests.push(await prepared(await folder(), scopeOf(), deliveries, { threads }));
    expect(manifests[1]).toEqual(manifests[0]);
    expect(manifests[2]).toEqual(manifests[0]);
  });
});

function with_(lines: string[], at: number, change: (cells: string[]) => unknown): string[] {
  const cells = lines[at]!.split(',');
  change(cells);
  return lines.map((line, index) => (index === at ? cells.join(',') : line));
}
