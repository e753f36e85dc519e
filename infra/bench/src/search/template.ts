const ehds = 'http://data.europa.eu/eli/reg/2025/327/oj';
const categories = [
  'HRAD',
  'HGPD',
  'HPML',
  'PGEH',
  'WELA',
  'IDHP',
  'PHDR',
  'MRMR',
  'EHCT',
  'EMRD',
  'RMMD',
  'RQSH',
  'EINS',
  'DIOH',
];
const rights = ['NON_PUBLIC', 'RESTRICTED', 'PUBLIC'];
const countries = ['FRA', 'DEU', 'ESP', 'ITA', 'BEL', 'FIN', 'PRT', 'EST'];

export const templates = 40;
/** Ten each, in one table or two. */
export const variablesEach = 10;
/** How many different words a description has; another dataset has others in their places. */
export const places = 60;

/** Stands for a word. The catalogue sees a word like any other, with nothing to fold and no plural. */
export const place = (number: number): string => `zq${String(number).padStart(2, '0')}z`;

/** Descriptions that differ in everything that one can select by. */
export function template(number: number) {
  const at = (from: number, count: number) => Array.from({ length: count }, (_, n) => place(from + n)).join(' ');
  const pick = <Item>(items: readonly Item[], step = 1): Item =>
    items[Math.floor(number / step) % items.length] as Item;
  const title = { fr: `Base ${at(1, 3)}`, en: `Data ${at(1, 3)}` };
  const dataset = {
    identifier: place(0),
    title,
    description: { fr: `Recueil ${at(4, 12)} par ${at(16, 6)}`, en: `Collection ${at(4, 12)} by ${at(22, 6)}` },
    accessRights: pick(rights),
    legislation: [ehds],
    distributions: [{ title, accessUrls: ['https://example.org/data'], legislation: [ehds] }],
    themes: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
    keywords: { fr: [place(28), place(29)], en: [place(30)] },
    contacts: [{ name: 'Data office', email: 'data@example.org' }],
    types: ['http://publications.europa.eu/resource/authority/dataset-type/SYNTHETIC_DATA'],
    provenance: { en: `Collected ${at(31, 3)}`, fr: `Recueilli ${at(31, 3)}` },
    hdab: { name: { en: 'Health Data Hub', fr: 'Plateforme des données de santé' } },
    healthCategories: [
      `https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/${pick(categories)}`,
    ],
    healthThemes: [{ label: { en: `theme ${number % 12}`, fr: `thème ${number % 12}` } }],
    spatial: [`http://publications.europa.eu/resource/authority/country/${pick(countries, 2)}`],
    numberOfRecords: 1_000 + number,
    numberOfUniqueIndividuals: 100 + number,
  };
  return { dataset, tables: tablesOf(number % 2 === 0 ? 1 : 2), personalKeys: [], language: 'fr' };
}

function tablesOf(count: number) {
  const each = variablesEach / count;
  return Array.from({ length: count }, (_, table) => ({
    name: `T${table}_${place(34).toUpperCase()}`,
    title: `Table ${place(35)}`,
    fields: Array.from({ length: each }, (_, n) => {
      const number = 36 + table * each + n;
      return {
        name: `${place(number).toUpperCase()}_COD`,
        description: `Code ${place(number)} ${place(number + 12)}`,
        type: 'string',
      };
    }),
  }));
}
