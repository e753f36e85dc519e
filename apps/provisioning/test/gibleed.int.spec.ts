/** A whole small OMOP database, which the project may read but not ship. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PermitScope } from '../src/preparation/permit-scope.js';
import { ask, delivery, folder, prepareInto, schemaOf } from './small-data.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const shared = process.env.HUB_SHARED_DATA ?? join(root, '../shared/data');
const gibleed = join(shared, 'omop-gibleed-parquet');
const there = existsSync(gibleed);
if (!there)
  console.warn(`skipped: GiBleed is not in ${shared}; set HUB_SHARED_DATA to the folder that has omop-gibleed-parquet`);
const GASTROINTESTINAL_BLEED = 192671;

const tables = {
  person: {
    dateColumn: null,
    fields: {
      person_id: 'integer',
      year_of_birth: 'integer',
      gender_source_value: 'string',
      person_source_value: 'string',
    },
  },
  condition_occurrence: {
    dateColumn: 'condition_start_date',
    fields: { person_id: 'integer', condition_concept_id: 'integer', condition_start_date: 'date' },
  },
  drug_exposure: {
    dateColumn: 'drug_exposure_start_date',
    fields: { person_id: 'integer', drug_concept_id: 'integer', drug_exposure_start_date: 'date' },
  },
} as const;

async function deliveries() {
  return Promise.all(
    Object.entries(tables).map(([table, { dateColumn, fields }]) => {
      const document = {
        fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
        personKey: 'person_id',
        dateColumn,
        identifiers: table === 'person' ? [{ column: 'person_source_value', kind: 'source-person' }] : [],
      };
      return delivery('gibleed', table, 'parquet', schemaOf(document), join(gibleed, `${table}.parquet`));
    }),
  );
}

const scope = (project: string): PermitScope => ({
  permit: 'p',
  project,
  period: { from: '1900-01-01', to: '2030-12-31' },
  tables: Object.entries(tables).map(([table, { fields }]) => ({
    dataset: 'gibleed',
    table,
    columns: Object.keys(fields),
  })),
  population: {
    include: [
      {
        dataset: 'gibleed',
        table: 'condition_occurrence',
        column: 'condition_concept_id',
        operator: 'in',
        values: [GASTROINTESTINAL_BLEED],
      },
    ],
    exclude: [],
  },
});

(there ? describe : describe.skip)('GiBleed', () => {
  it('restricted to persons with a gastrointestinal bleed keeps them, all their rows, and their links', async () => {
    const out = await folder();
    const prepared = await prepareInto(out, scope('one'), await deliveries());
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.breaches));
    const bled = `SELECT DISTINCT person_id FROM '${gibleed}/condition_occurrence.parquet' WHERE condition_concept_id = ${GASTROINTESTINAL_BLEED}`;
    const [expected] = await ask(`SELECT (SELECT count(*) FROM (${bled})) AS persons,
      (SELECT count(*) FROM '${gibleed}/condition_occurrence.parquet' WHERE person_id IN (${bled})) AS conditions,
      (SELECT count(*) FROM '${gibleed}/drug_exposure.parquet' WHERE person_id IN (${bled})) AS drugs`);
    const rows = prepared.manifest.tables.map((table) => String(table.rows));
    expect({ persons: rows[0], conditions: rows[1], drugs: rows[2] }).toEqual(expected);
    expect(String(prepared.manifest.persons)).toBe(expected!['persons']);
    const [lost] = await ask(
      `SELECT count(*) AS n FROM '${out}/gibleed/drug_exposure.parquet' WHERE person_id NOT IN (SELECT person_id FROM '${out}/gibleed/person.parquet')`,
    );
    expect(lost).toEqual({ n: '0' });
  });

  it('shares no identifier with its source or with another project', async () => {
    const [one, two] = [await folder(), await folder()];
    await prepareInto(one, scope('one'), await deliveries());
    await prepareInto(two, scope('two'), await deliveries());
    for (const column of ['person_id', 'person_source_value']) {
      const [shared] = await ask(
        `SELECT count(*) AS n FROM '${one}/gibleed/person.parquet' WHERE ${column}::VARCHAR IN (SELECT ${column}::VARCHAR FROM '${two}/gibleed/person.parquet' UNION ALL SELECT ${column}::VARCHAR FROM '${gibleed}/person.parquet')`,
      );
      expect(shared).toEqual({ n: '0' });
    }
  });
});
