import type { PermitScope } from './permit-scope.js';
import { type Delivery, fileName, planPreparation } from './plan.js';
import { permittedRows, populationQuery, type Source } from './restriction.js';
import { parseTableSchema, type TableSchema } from './table-schema.js';

const schema = (document: object): TableSchema => {
  const parsed = parseTableSchema(document);
  if (!parsed.ok) throw new Error(parsed.reasons.join());
  return parsed.schema;
};
const fields = [{ name: 'id' }, { name: 'day', type: 'date' }, { name: 'x' }];
const persons = schema({ fields, personKey: 'id', dateColumn: 'day' });
const reference = schema({ fields, personKey: null, dateColumn: null });
const delivery = (table: string, of = persons): Delivery => ({
  dataset: 'd',
  table,
  format: 'csv',
  schema: of,
  files: [{ path: `/${table}`, sha256: 's' }],
});
const scope = (part: Partial<PermitScope>): PermitScope => ({
  permit: 'p',
  project: 'q',
  tables: [{ dataset: 'd', table: 't', columns: ['x'] }],
  period: null,
  population: null,
  ...part,
});
const criterion = (table: string) => ({
  dataset: 'd',
  table,
  column: 'x',
  operator: 'equals' as const,
  values: ["O'Hara"],
});

describe('a plan', () => {
  it('names every gap at once, tables, columns and criteria', () => {
    const wanted = scope({
      tables: [
        { dataset: 'd', table: 't', columns: ['x', 'y'] },
        { dataset: 'd', table: 'u', columns: ['x'] },
      ],
      population: { include: [criterion('v')], exclude: [] },
    });
    expect(planPreparation(wanted, [delivery('t')])).toEqual({
      ok: false,
      gaps: [
        { code: 'column-not-delivered', table: 'd/t', column: 'y' },
        { code: 'not-delivered', table: 'd/u' },
        { code: 'not-delivered', table: 'd/v' },
      ],
    });
  });

  it('reads the tables that criteria look into, and writes none of them', () => {
    const planned = planPreparation(scope({ population: { include: [criterion('v')], exclude: [] } }), [
      delivery('t'),
      delivery('v'),
      delivery('w'),
    ]);
    if (!planned.ok) throw new Error('no plan');
    expect(planned.plan.sources.map(({ table }) => table)).toEqual(['t', 'v']);
    expect(planned.plan.tables.map(({ output }) => output)).toEqual(['d/t.parquet']);
  });

  it('does not select persons by a table that has none', () => {
    expect(
      planPreparation(scope({ population: { include: [criterion('v')], exclude: [] } }), [
        delivery('t'),
        delivery('v', reference),
      ]),
    ).toEqual({ ok: false, gaps: [{ code: 'criterion-without-person', table: 'd/v' }] });
  });

  it('keeps names inside their folder', () => {
    expect(fileName('../../etc/passwd')).toBe('%002e%002e%002f%002e%002e%002fetc%002fpasswd');
    expect(fileName('\u00e9a')).not.toBe(fileName('\u0e9a'));
  });
});

describe('restriction', () => {
  const source: Source = { from: 'f', types: new Map([['id', 'VARCHAR']]), schema: persons, files: 1 };

  it('quotes what people wrote', () => {
    expect(populationQuery({ include: [criterion('t')], exclude: [] }, null, () => source)).toContain("'O''Hara'");
    expect(permittedRows(source, ['a"b'], null)).toContain('"a""b"');
  });

  it('keeps rows without a date or a person out', () => {
    const rows = permittedRows(source, ['x'], { from: '2020-01-01', to: '2020-12-31' });
    expect(rows).toMatch(/BETWEEN '2020-01-01'::DATE AND '2020-12-31'::DATE/);
    expect(rows).toMatch(/ JOIN "pseudonyms of person"/);
    expect(rows).not.toMatch(/LEFT JOIN "pseudonyms of person"/);
  });
});

describe('a Table Schema', () => {
  it('must state what identifies a person, if only that nothing does', () => {
    expect(parseTableSchema({ fields })).toEqual({
      ok: false,
      reasons: [
        'personKey must be stated: a column, or null if there is none',
        'dateColumn must be stated: a column, or null if there is none',
      ],
    });
    expect(parseTableSchema({ fields, personKey: 'nobody', dateColumn: null }).ok).toBe(false);
    expect(
      parseTableSchema({ fields, personKey: 'id', dateColumn: null, identifiers: [{ column: 'x', kind: 'A B' }] }).ok,
    ).toBe(false);
  });

  it('is read as published: bounds, patterns, lists, missing values', () => {
    const read = schema({
      fields: [{ name: 'a', type: 'integer', constraints: { minimum: '1', maxLength: 3, enum: [1, 2] } }],
      missingValues: ['', 'NA'],
      personKey: null,
      dateColumn: null,
    });
    expect(read.fields[0]).toEqual({
      name: 'a',
      type: 'integer',
      format: 'default',
      required: false,
      unique: false,
      minimum: '1',
      maxLength: 3,
      enum: ['1', '2'],
    });
    expect(read.missingValues).toEqual(['', 'NA']);
  });
});
