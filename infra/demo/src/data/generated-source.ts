import { generate } from './generate.js';
import { type GeneratedTable, generatedTables } from './generated-tables.js';
import type { Source, SourceTable } from './source.js';

const periodColumns: Partial<Record<GeneratedTable, string>> = {
  ER_PHA_F: 'EXE_SOI_DTD',
  T_MCOaaB: 'EXE_SOI_DTD',
  T_MCOaaA: 'ENT_DAT',
};
const seed = 20_261;

/** The source of a machine that has nothing but the clone: generated, and labelled so. */
export async function generatedSource(folder: string, persons: number): Promise<Source> {
  const files = await generate(folder, persons, seed);
  const tables = (Object.keys(generatedTables) as GeneratedTable[]).map(
    (name): SourceTable => ({
      name,
      schema: generatedTables[name],
      file: files[name],
      personalKeys: ['BEN_IDT_ANO'],
      ...(periodColumns[name] && { periodColumn: periodColumns[name] }),
    }),
  );
  return {
    label: `generated, SNDS-shaped, ${persons.toLocaleString('en')} persons`,
    datasets: [
      {
        identifier: 'generated-snds',
        holder: 'holder-cnam',
        title: { en: 'Generated claims data in the shape of the SNDS', fr: 'Données générées à la forme du SNDS' },
        description: {
          en: 'Beneficiaries, dispensings, hospital stays, acts and causes of death of persons who do not exist.',
          fr: 'Bénéficiaires, délivrances, séjours, actes et causes de décès de personnes qui n’existent pas.',
        },
        tables,
      },
    ],
    study: {
      dataset: 'generated-snds',
      search: 'diagnostic principal',
      scope: (datasetId) => ({
        datasets: [
          {
            datasetId,
            tables: [
              { table: 'IR_BEN_R', columns: ['BEN_IDT_ANO', 'BEN_SEX_COD', 'BEN_NAI_ANN'] },
              { table: 'T_MCOaaB', columns: ['BEN_IDT_ANO', 'RSA_NUM', 'EXE_SOI_DTD', 'DGN_PAL'] },
            ],
          },
        ],
        period: { from: '2018-01-01', to: '2020-12-31' },
        population: { datasetId, table: 'IR_BEN_R', column: 'BEN_NAI_ANN', operator: 'at-most', values: [1999] },
      }),
      smallCells: `SELECT CAST(10 * floor(BEN_NAI_ANN / 10) AS INTEGER) AS decade, count(DISTINCT BEN_IDT_ANO) AS persons
        FROM IR_BEN_R JOIN T_MCOaaB USING (BEN_IDT_ANO) WHERE DGN_PAL = 'K922' GROUP BY 1 ORDER BY 1`,
      rounded: roundedByDecade(
        `SELECT BEN_NAI_ANN AS year, BEN_IDT_ANO AS person FROM IR_BEN_R JOIN T_MCOaaB USING (BEN_IDT_ANO) WHERE DGN_PAL = 'K922'`,
      ),
      persons: { out: 'B00000000008', back: 'B00000000009' },
      chart: { x: 'decade', y: 'persons', title: 'Persons with a gastrointestinal bleed, by decade of birth' },
    },
  };
}

/** Persons by decade of birth, rounded to base 5; decades whose published count would stand below 11 are left out. */
export const roundedByDecade = (persons: string): string =>
  `SELECT CAST(10 * floor(year / 10) AS INTEGER) AS decade, CAST(5 * round(count(DISTINCT person) / 5) AS INTEGER) AS persons
   FROM (${persons}) GROUP BY 1 HAVING count(DISTINCT person) >= 13 ORDER BY 1`;
