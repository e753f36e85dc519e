import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { roundedByDecade } from './generated-source.js';
import type { Source, SourceDataset, SourceTable, TableSchema } from './source.js';

const bleeding = 192_671; // the OMOP concept of a gastrointestinal bleed
const personTables = [
  'person',
  'condition_occurrence',
  'drug_exposure',
  'procedure_occurrence',
  'measurement',
  'visit_occurrence',
  'observation_period',
];
const startColumns: Readonly<Record<string, string>> = {
  condition_occurrence: 'condition_start_date',
  drug_exposure: 'drug_exposure_start_date',
  procedure_occurrence: 'procedure_date',
  measurement: 'measurement_date',
  visit_occurrence: 'visit_start_date',
  observation_period: 'observation_period_start_date',
};

/** Real files: the SNDS's 191 table descriptions and code lists for the catalogue, OMOP GiBleed for the workspace. */
export async function sharedSource(folder: string): Promise<Source> {
  return {
    label: 'the synthetic SNDS’s descriptions and OMOP GiBleed, read in place',
    datasets: [
      ...(await sndsDatasets(join(folder, 'synthetic-snds'))),
      await gibleed(join(folder, 'omop-gibleed-parquet')),
    ],
    study: {
      dataset: 'omop-gibleed',
      search: 'condition_concept_id',
      scope: (datasetId) => ({
        datasets: [
          {
            datasetId,
            tables: [
              { table: 'person', columns: ['person_id', 'gender_concept_id', 'year_of_birth'] },
              { table: 'condition_occurrence', columns: ['person_id', 'condition_concept_id', 'condition_start_date'] },
            ],
          },
        ],
        period: { from: '1950-01-01', to: '2019-12-31' },
        population: { datasetId, table: 'person', column: 'year_of_birth', operator: 'at-most', values: [1985] },
      }),
      smallCells: `SELECT CAST(10 * floor(year_of_birth / 10) AS INTEGER) AS decade, CAST(gender_concept_id AS INTEGER) AS gender,
          count(DISTINCT person_id) AS persons
        FROM person JOIN condition_occurrence USING (person_id)
        WHERE condition_concept_id = ${bleeding} AND year_of_birth BETWEEN 1920 AND 1979 GROUP BY 1, 2 ORDER BY 1, 2`,
      rounded: roundedByDecade(
        `SELECT year_of_birth AS year, person_id AS person FROM person JOIN condition_occurrence USING (person_id) WHERE condition_concept_id = ${bleeding}`,
      ),
      persons: { out: '5', back: '6' },
      chart: { x: 'decade', y: 'persons', title: 'Persons with a gastrointestinal bleed, by decade of birth' },
    },
  };
}

/** One dataset a group of tables, as the SNDS itself groups them. */
async function sndsDatasets(folder: string): Promise<SourceDataset[]> {
  const schemas = join(folder, 'schemas');
  const files = (await readdir(schemas, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  const groups = Map.groupBy(files, (file) => file.slice(0, -basename(file).length - 1));
  const datasets = await Promise.all([...groups].map(([group, members]) => sndsDataset(schemas, group, members)));
  const lists = join(folder, 'nomenclatures');
  const codeLists = (await readdir(lists, { recursive: true }))
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => ({ id: basename(file, '.csv'), file: join(lists, file) }));
  return datasets.map((dataset, index) => (index === 0 ? { ...dataset, codeLists } : dataset));
}

async function sndsDataset(schemas: string, group: string, files: readonly string[]): Promise<SourceDataset> {
  const tables = await Promise.all(
    files.map(async (file): Promise<SourceTable> => {
      const schema = JSON.parse(await readFile(join(schemas, file), 'utf8')) as TableSchema;
      return { name: basename(file, '.json'), schema };
    }),
  );
  const name = group.replaceAll('_', ' ').replaceAll('/', ', ');
  return {
    identifier: `snds-${group
      .normalize('NFD')
      .replace(/[^\w]+/g, '-')
      .toLowerCase()}`,
    holder: 'holder-cnam',
    title: { en: `SNDS: ${name}`, fr: `SNDS : ${name}` },
    description: {
      en: `Tables of the national health data system, group ${name}.`,
      fr: `Tables du système national des données de santé, groupe ${name}.`,
    },
    tables,
  };
}

async function gibleed(folder: string): Promise<SourceDataset> {
  const connection = await (await DuckDBInstance.create()).connect();
  const tables: SourceTable[] = [];
  for (const name of personTables.filter((table) => existsSync(join(folder, `${table}.parquet`)))) {
    const file = join(folder, `${name}.parquet`);
    const columns = await connection.runAndReadAll(
      `DESCRIBE SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`,
    );
    const fields = columns
      .getRowObjectsJson()
      .map((column) => ({ name: String(column.column_name), type: schemaType(String(column.column_type)) }));
    const periodColumn = startColumns[name];
    tables.push({
      name,
      file,
      schema: { title: name, fields },
      personalKeys: ['person_id'],
      ...(periodColumn && { periodColumn }),
    });
  }
  connection.closeSync();
  return {
    identifier: 'omop-gibleed',
    holder: 'holder-chu',
    title: { en: 'OMOP GiBleed', fr: 'OMOP GiBleed' },
    description: {
      en: '2,694 synthetic persons in the OMOP common data model: conditions, drugs, procedures, measurements.',
      fr: '2 694 personnes synthétiques au modèle commun OMOP : affections, médicaments, actes, mesures.',
    },
    tables,
  };
}

function schemaType(duckdb: string): string {
  if (duckdb === 'DATE') return 'date';
  if (duckdb.startsWith('TIMESTAMP')) return 'datetime';
  return /INT/.test(duckdb) ? 'integer' : /DOUBLE|DECIMAL|FLOAT/.test(duckdb) ? 'number' : 'string';
}
