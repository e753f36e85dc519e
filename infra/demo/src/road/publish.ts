import { readFile } from 'node:fs/promises';
import type { Source, SourceDataset } from '../data/source.js';
import type { Body } from '../hub-client.js';
import { counted, type Narrator } from '../narrator.js';
import type { People } from './people.js';

const ehds = 'http://data.europa.eu/eli/reg/2025/327/oj';
const category = (code: string) =>
  `https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/${code}`;

/** Holders describe their datasets down to the variables. Answers each dataset's id by its identifier. */
export async function publish(people: People, tell: Narrator, source: Source): Promise<Map<string, string>> {
  tell.chapter(`The catalogue (${source.label})`);
  const ids = new Map<string, string>();
  for (const holder of ['holder-cnam', 'holder-chu'] as const) {
    const own = source.datasets.filter((dataset) => dataset.holder === holder);
    if (own.length === 0) continue;
    const tables = own.reduce((sum, dataset) => sum + dataset.tables.length, 0);
    const variables = own.reduce(
      (sum, dataset) => sum + dataset.tables.reduce((n, table) => n + table.schema.fields.length, 0),
      0,
    );
    await tell.step(
      holder,
      `publishes ${counted(own.length, 'dataset')}`,
      async () => {
        for (const dataset of own) ids.set(dataset.identifier, await publishOne(people[holder], dataset));
      },
      () => `${counted(tables, 'table')}, ${counted(variables, 'variable')}`,
    );
    const lists = own.flatMap((dataset) => dataset.codeLists ?? []);
    if (lists.length > 0) {
      await tell.step(
        holder,
        'adds the code lists that the variables refer to',
        () => importCodeLists(people[holder], lists),
        (taken) => `${taken} code lists`,
      );
    }
  }
  return ids;
}

async function publishOne(holder: Body, dataset: SourceDataset): Promise<string> {
  const answer: Body = await holder.post('/catalog/imports', {
    dataset: descriptionOf(dataset),
    tables: dataset.tables.map(({ name, schema }) => ({ ...schema, name })),
    personalKeys: [...new Set(dataset.tables.flatMap((table) => table.personalKeys ?? []))],
    language: 'fr',
  });
  const { id } = answer.datasets[0];
  const { version, status } = await holder.get(`/catalog/datasets/${id}`);
  if (status !== 'published') await holder.post(`/catalog/datasets/${id}/publication`, undefined, { version });
  return id;
}

/** Everything that HealthDCAT-AP makes mandatory for data that must be applied for. */
function descriptionOf({ identifier, title, description }: SourceDataset) {
  return {
    identifier,
    title,
    description,
    accessRights: 'NON_PUBLIC',
    legislation: [ehds],
    distributions: [{ title, accessUrls: [`https://example.org/datasets/${identifier}`], legislation: [ehds] }],
    themes: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
    keywords: { en: ['health'], fr: ['santé'] },
    contacts: [{ name: 'Data office', email: 'data@example.org' }],
    types: ['http://publications.europa.eu/resource/authority/dataset-type/SYNTHETIC_DATA'],
    provenance: { en: 'Synthetic data for demonstration.', fr: 'Données synthétiques de démonstration.' },
    hdab: { name: { en: 'Health Data Hub', fr: 'Plateforme des données de santé' } },
    healthCategories: [category('HRAD')],
  };
}

/** In parcels, so that no request grows beyond what the catalogue takes. */
async function importCodeLists(holder: Body, lists: readonly { id: string; file: string }[]): Promise<number> {
  const parcelBytes = 4_000_000;
  let parcel: object[] = [];
  let bytes = 0;
  const send = async () => {
    if (parcel.length > 0) await holder.post('/catalog/imports', { codeLists: parcel });
    parcel = [];
    bytes = 0;
  };
  for (const { id, file } of lists) {
    const csvBase64 = (await readFile(file)).toString('base64');
    if (bytes + csvBase64.length > parcelBytes) await send();
    parcel.push({ name: id, csvBase64 });
    bytes += csvBase64.length;
  }
  await send();
  return lists.length;
}
