import { type Caller, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { catalogService } from '../src/catalog.module.js';
import { catalogueFile, codeListFiles, describeWithSharedData, schemaGroups } from './shared-data.js';

const turtle = { headers: { 'content-type': 'text/turtle' } };
const personalKeys = ['BEN_NIR_PSA', 'BEN_IDT_ANO', 'BEN_NIR_ANO', 'NIR_ANO_17', 'NUM_ENQ', 'id_carto'];

describeWithSharedData('real descriptions', () => {
  let catalogue: ServiceUnderTest;
  let holder: Caller;
  let anybody: Caller;

  beforeAll(async () => {
    catalogue = await testService(catalogService());
    holder = await catalogue.as(person('hana', 'cnam', 'data_holder'));
    anybody = await catalogue.as();
  });

  afterAll(() => catalogue?.stop());

  const law = 'http://data.europa.eu/eli/reg/2025/327/oj';
  const describeGroup = (name: string) => ({
    identifier: `snds/${name}`,
    title: { fr: `SNDS : ${name}` },
    description: { fr: `Tables ${name} du système national des données de santé.` },
    accessRights: 'NON_PUBLIC',
    legislation: [law],
    distributions: [{ accessUrls: ['https://example.org/snds'], legislation: [law] }],
    themes: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
    types: ['http://publications.europa.eu/resource/authority/dataset-type/PERSONAL_DATA'],
    healthCategories: ['https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/HRAD'],
    keywords: { fr: ['remboursement'] },
    contacts: [{ email: 'data@example.org' }],
    provenance: { fr: 'Liquidation des prestations.' },
    hdab: { name: { fr: "Organisme d'accès" } },
  });

  it('takes the 191 tables of the SNDS, with 4,853 variables and 961 foreign keys, and the same again changes nothing', async () => {
    const ids: string[] = [];
    for (const { name, tables } of await schemaGroups()) {
      const body = { dataset: describeGroup(name), tables, personalKeys };
      const first = await holder.post('/catalog/imports?publish=true', body);
      expect(first.body.datasets).toMatchObject([{ outcome: 'created', status: 'published' }]);
      expect((await holder.post('/catalog/imports?publish=true', body)).body.datasets).toMatchObject([
        { outcome: 'unchanged' },
      ]);
      ids.push(first.body.datasets[0].id);
    }
    const shown = await Promise.all(
      ids.map(async (id) => (await anybody.get(`/catalog/datasets/${id}?tables=full`)).body),
    );
    const tables = shown.flatMap((each) => each.description.tables);
    expect({
      datasets: shown.length,
      tables: tables.length,
      variables: tables.reduce((sum, table) => sum + table.variables.length, 0),
      foreignKeys: tables.reduce((sum, table) => sum + table.foreignKeys.length, 0),
    }).toEqual({ datasets: 15, tables: 191, variables: 4853, foreignKeys: 961 });
  }, 120_000);

  it('finds a variable in every dataset that has it', async () => {
    const { body } = await anybody.get('/catalog/variables?q=BEN_NIR_PSA&size=100');
    const named = body.items.filter((item: any) => item.name === 'BEN_NIR_PSA');
    expect(body.items.slice(0, named.length)).toEqual(named);
    expect(body.datasets).toBeGreaterThanOrEqual(4);
    const death = await anybody.get('/catalog/datasets?q=causes%20deces');
    expect(death.body.items[0].title).toBe('SNDS : Causes de décès');
  });

  it('takes the 174 code lists, a quarter of a million codes, and links variables to them', async () => {
    let codes = 0;
    let lists = 0;
    const files = await codeListFiles();
    for (const { name, csv, schema } of files) {
      const { body, status } = await holder.post('/catalog/imports', {
        codeLists: [{ name, schema, csvBase64: csv.toString('base64') }],
      });
      expect([name, status, body.codeLists?.[0]?.outcome]).toEqual([name, 200, 'created']);
      codes += body.codeLists[0].codes;
      lists += 1;
    }
    expect({ lists, codes }).toEqual({ lists: 174, codes: 251_593 });
    const { body: again } = await holder.post('/catalog/imports', {
      codeLists: [{ name: files[0]?.name, schema: files[0]?.schema, csvBase64: files[0]?.csv.toString('base64') }],
    });
    expect(again.codeLists[0].outcome).toBe('unchanged');

    const { body: found } = await anybody.get('/catalog/code-lists?q=MS_CIM_V');
    const diagnoses = found.items[0];
    expect((await anybody.get(`/catalog/code-lists/${diagnoses.id}?q=E11`)).body.items[0].code).toMatch(/^E11/);
    expect((await anybody.get(`/catalog/code-lists/${diagnoses.id}?q=diabete`)).body.total).toBeGreaterThan(10);
    const { body: variables } = await anybody.get('/catalog/variables?q=IMB_ETM_NAT');
    const { datasetId, table } = variables.items[0];
    const { body: shown } = await anybody.get(`/catalog/datasets/${datasetId}/tables/${table}`);
    expect(shown.variables.some((variable: any) => variable.codeListId)).toBe(true);
  }, 180_000);

  it('takes real catalogue files as drafts with findings', async () => {
    const take = async (name: string) =>
      (await holder.post('/catalog/imports', await catalogueFile(name), turtle)).body.datasets;
    const blocking = (dataset: any) =>
      dataset.findings.filter((each: any) => each.level === 'blocking').map((each: any) => each.property);
    const [complete] = await take('ckan_dataset_health.ttl');
    expect([complete.outcome, blocking(complete)]).toEqual(['created', []]);
    const [german] = await take('de_fdz.ttl');
    expect([german.outcome, blocking(german)]).toEqual([
      'created',
      ['dcat:distribution', 'healthdcatap:hasStructuredData'],
    ]);
    const [multilingual] = await take('ckan_dataset_health_multilingual.ttl');
    expect(blocking(multilingual)).toContain('dct:accessRights');
    expect((await take('hri_example-dataset.ttl')).map((dataset: any) => dataset.identifier)).toEqual([
      'test-dataset-id-0',
      'test-dataset-id-1',
      'test-dataset-id-12',
      'test-dataset-id-3',
      'test-dataset-id-4',
    ]);
    const shapes = await holder.post('/catalog/imports', await catalogueFile('dcat-ap_3_shacl_shapes.ttl'), turtle);
    expect(shapes).toMatchObject({ status: 422, body: { code: 'unreadable-document', reason: 'no-dataset' } });
  });

  it('reads JSON-LD with the DCAT-AP context inline, and refuses the same context by its address', async () => {
    const { '@context': context } = JSON.parse(await catalogueFile('dcat-ap-3.0.0-context.jsonld'));
    const dataset = {
      '@id': 'https://example.org/cohort',
      '@type': 'Dataset',
      'Dataset.title': [{ '@value': 'Cohorte', '@language': 'fr' }],
    };
    const json = { headers: { 'content-type': 'application/ld+json' } };
    const inline = await holder.post('/catalog/imports', JSON.stringify({ '@context': context, ...dataset }), json);
    expect(inline.body.datasets).toMatchObject([{ identifier: 'https://example.org/cohort', outcome: 'created' }]);
    const remote = await holder.post(
      '/catalog/imports',
      JSON.stringify({ '@context': 'https://semiceu.github.io/DCAT-AP/context.jsonld', ...dataset }),
      json,
    );
    expect(remote).toMatchObject({ status: 422, body: { reason: 'remote-context' } });
  });
});
