import { readFile } from 'node:fs/promises';
import { DatasetPublished, DatasetWithdrawn } from '@hub/contracts';
import { Caller, Heard, person, type ServiceUnderTest, testService } from '@hub/testkit';
import { catalogService } from '../src/catalog.module.js';

const fixture = (name: string) => readFile(new URL(`../../test/fixtures/${name}`, import.meta.url), 'utf8');
const turtle = { headers: { 'content-type': 'text/turtle' } };

describe('the catalogue', () => {
  let catalogue: ServiceUnderTest;
  let heard: Heard;
  let holder: Caller;
  let stranger: Caller;
  let anybody: Caller;
  let registry: string;

  beforeAll(async () => {
    catalogue = await testService(catalogService());
    heard = await Heard.on(DatasetPublished.topic);
    holder = await catalogue.as(person('hana', 'chu', 'data_holder'));
    stranger = await catalogue.as(person('igor', 'cnam', 'data_holder'));
    anybody = await catalogue.as();
    registry = await fixture('registry.ttl');
  });

  afterAll(async () => {
    await heard?.stop();
    await catalogue?.stop();
  });

  let id: string;

  it('takes Turtle as a draft that only its holder sees', async () => {
    const { status, body } = await holder.post('/catalog/imports', registry, turtle);
    expect(status).toBe(200);
    expect(body.datasets).toMatchObject([
      { identifier: 'diabetes-registry', outcome: 'created', status: 'draft', version: 1, findings: [] },
    ]);
    id = body.datasets[0].id;
    expect((await holder.get(`/catalog/datasets/${id}`)).status).toBe(200);
    expect((await anybody.get(`/catalog/datasets/${id}`)).status).toBe(404);
    expect((await stranger.get(`/catalog/datasets/${id}`)).status).toBe(404);
    expect((await stranger.delete(`/catalog/datasets/${id}`, { version: 1 })).status).toBe(404);
    expect((await anybody.get('/catalog/datasets?q=diabete')).body.total).toBe(0);
    expect((await anybody.get('/catalog/variables?q=HBA1C')).body.total).toBe(0);
  });

  it('changes nothing when the same file comes again', async () => {
    const { body } = await holder.post('/catalog/imports', registry, turtle);
    expect(body.datasets).toMatchObject([{ id, outcome: 'unchanged', version: 1 }]);
  });

  it('publishes on the version seen, and tells what a basket is checked against', async () => {
    expect((await holder.post(`/catalog/datasets/${id}/publication`)).status).toBe(428);
    expect((await holder.post(`/catalog/datasets/${id}/publication`, undefined, { version: 9 })).status).toBe(412);
    const { status, body } = await holder.post(`/catalog/datasets/${id}/publication`, undefined, { version: 1 });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id, version: 2, status: 'published', allowed: ['describe-dataset', 'withdraw-dataset'] },
    });
    const event = await heard.until(DatasetPublished, id);
    expect(event.data).toEqual({
      datasetId: id,
      holderId: 'chu',
      version: 2,
      healthCategories: ['MRMR'],
      accessRight: 'NON_PUBLIC',
      tables: [{ name: 'CASES', columns: ['PERSON_KEY', 'HBA1C', 'DIAGNOSIS_DATE'], personalKeys: ['PERSON_KEY'] }],
    });
  });

  it('finds it by folded words, beginnings and facets, and says why', async () => {
    for (const q of ['diabete', 'DIABÈTES', 'enfant diab', 'childhood', 'hemoglobine', 'hba1c', 'insul', 'chu']) {
      const { body } = await anybody.get(`/catalog/datasets?q=${encodeURIComponent(q)}`);
      expect([q, body.items.map((item: any) => item.id)]).toEqual([q, [id]]);
    }
    const { body } = await anybody.get('/catalog/datasets?q=glyquee&healthCategory=MRMR&lang=fr');
    expect(body).toMatchObject({ total: 1, atLeast: false });
    expect(body.items[0].matched.variables).toEqual([
      {
        table: 'CASES',
        name: 'HBA1C',
        text: 'Hémoglobine glyquée',
        highlighted: [
          { text: 'HBA1C — Hémoglobine ', hit: false },
          { text: 'glyquée', hit: true },
        ],
      },
    ]);
    expect(body.facets.healthCategory).toEqual([
      {
        value: 'MRMR',
        count: 1,
        label: { fr: 'Registres médicaux et de mortalité', en: 'Medical and mortality registries' },
      },
    ]);
    expect((await anybody.get('/catalog/datasets?q=diabete&accessRight=PUBLIC')).body.total).toBe(0);
    expect((await anybody.get('/catalog/datasets')).body).toMatchObject({
      total: 1,
      facets: { holder: [{ value: 'chu', count: 1 }] },
    });
    expect((await anybody.get('/catalog/datasets?holder=cnam&holder=chu')).body.total).toBe(1);
    expect((await anybody.get('/catalog/datasets?colour=red')).status).toBe(400);
  });

  it('finds variables, with the dataset that has them', async () => {
    const { body } = await anybody.get('/catalog/variables?q=hemoglobin&lang=en');
    expect(body).toMatchObject({
      total: 1,
      datasets: 1,
      items: [{ datasetId: id, dataset: 'Childhood diabetes registry', table: 'CASES', name: 'HBA1C' }],
    });
  });

  it('shows tables with their variables, and the dataset as RDF that can be imported again', async () => {
    const shown = await anybody.get(`/catalog/datasets/${id}`);
    expect(shown.headers.get('etag')).toBe('"2"');
    expect(shown.body).toMatchObject({ version: 2, holderId: 'chu', tables: [{ name: 'CASES', variables: 3 }] });
    expect(shown.body).not.toHaveProperty('findings');
    const table = await anybody.get(`/catalog/datasets/${id}/tables/CASES`);
    expect(table.body.variables.map((variable: any) => variable.name)).toEqual([
      'PERSON_KEY',
      'HBA1C',
      'DIAGNOSIS_DATE',
    ]);
    const asTurtle = await anybody.get(`/catalog/datasets/${id}.ttl`);
    const asJsonLd = await anybody.get(`/catalog/datasets/${id}.jsonld`);
    expect(asTurtle.headers.get('content-type')).toContain('text/turtle');
    expect((await holder.post('/catalog/imports', asTurtle.body, turtle)).body.datasets[0]).toMatchObject({
      id,
      outcome: 'unchanged',
    });
    const again = await holder.post('/catalog/imports', JSON.stringify(asJsonLd.body), {
      headers: { 'content-type': 'application/ld+json' },
    });
    expect(again.body.datasets[0]).toMatchObject({ id, outcome: 'unchanged' });
  });

  it("keeps others' hands off: 403 once it is public", async () => {
    expect((await stranger.patch(`/catalog/datasets/${id}`, { title: { fr: 'À moi' } }, { version: 2 })).status).toBe(
      403,
    );
    expect((await stranger.delete(`/catalog/datasets/${id}`, { version: 2 })).status).toBe(403);
    expect((await anybody.delete(`/catalog/datasets/${id}`, { version: 2 })).status).toBe(401);
    const applicant = await catalogue.as(person('claire', 'inserm', 'applicant'));
    expect((await applicant.post('/catalog/imports', registry, turtle)).status).toBe(403);
  });

  it('refuses a change that would leave a published dataset incomplete, naming all that is missing', async () => {
    const { status, body } = await holder.patch(
      `/catalog/datasets/${id}`,
      { themes: null, hdab: null },
      { version: 2 },
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'incomplete', missing: ['dcat:theme', 'healthdcatap:hdab'] });
    const wrong = await holder.patch(`/catalog/datasets/${id}`, { numberOfRecords: -1, colour: 'red' }, { version: 2 });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map((error: any) => error.field)).toEqual(['colour', 'numberOfRecords']);
  });

  it('carries a change of what is public to readers and to other services at once', async () => {
    const changed = await holder.patch(
      `/catalog/datasets/${id}`,
      { title: { fr: 'Registre du diabète juvénile' } },
      { version: 2 },
    );
    expect(changed.body).toMatchObject({ version: 3, status: 'published' });
    expect((await anybody.get('/catalog/datasets?q=juvenile')).body.total).toBe(1);
    expect((await anybody.get('/catalog/datasets?q=childhood')).body.total).toBe(0);
    expect((await anybody.get(`/catalog/datasets/${id}/versions/2`)).body.description.title.en).toBe(
      'Childhood diabetes registry',
    );
    expect((await anybody.get(`/catalog/datasets/${id}/versions/1`)).status).toBe(404);
  });

  it('withdraws without losing anything, once per Idempotency-Key', async () => {
    const first = await holder.delete(`/catalog/datasets/${id}`, { version: 3, key: 'withdraw-1' });
    const again = await holder.delete(`/catalog/datasets/${id}`, { version: 3, key: 'withdraw-1' });
    expect(first).toMatchObject({ status: 200, body: { version: 4, status: 'withdrawn' } });
    expect(again.body).toEqual(first.body);
    expect((await heard.until(DatasetWithdrawn, id)).data).toEqual({ datasetId: id, holderId: 'chu', version: 4 });
    expect((await anybody.get('/catalog/datasets?q=juvenile')).body.total).toBe(0);
    expect((await anybody.get(`/catalog/datasets/${id}`)).body).toMatchObject({ status: 'withdrawn' });
    const draft = await holder.patch(`/catalog/datasets/${id}`, { title: { fr: 'Pas encore public' } }, { version: 4 });
    expect(draft.body).toMatchObject({ version: 5, status: 'withdrawn' });
    expect((await holder.get(`/catalog/datasets/${id}`)).body.description.title.fr).toBe('Pas encore public');
    expect((await anybody.get(`/catalog/datasets/${id}`)).body.description.title.fr).toBe(
      'Registre du diabète juvénile',
    );
    expect((await holder.post(`/catalog/datasets/${id}/publication`, undefined, { version: 5 })).body).toMatchObject({
      version: 6,
      status: 'published',
    });
  });

  it('announces one gapless sequence of versions, and only what was public', async () => {
    await heard.until(DatasetWithdrawn, id);
    const versions = heard.raw
      .filter((message) => message.headers.ce_subject === id)
      .map((message) => Number(message.headers.ce_version));
    expect(versions.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('refuses malformed Turtle with its line, and remote contexts with the remedy', async () => {
    const broken = await holder.post(
      '/catalog/imports',
      '@prefix dct: <http://purl.org/dc/terms/> .\n<a> dct:title "x" dct:y .',
      turtle,
    );
    expect(broken).toMatchObject({ status: 422, body: { code: 'unreadable-document', line: 2 } });
    const remote = { '@context': 'https://semiceu.github.io/context.jsonld', '@type': 'Dataset' };
    const jsonLd = await holder.post('/catalog/imports', JSON.stringify(remote), {
      headers: { 'content-type': 'application/ld+json' },
    });
    expect(jsonLd.status).toBe(422);
    expect(jsonLd.body.en).toMatch(/does not fetch the context https:\/\/semiceu.*Put its content into/);
    expect((await holder.post('/catalog/imports', 'a,b', { headers: { 'content-type': 'text/csv' } })).status).toBe(
      415,
    );
  });

  it('takes Table Schemas with their code lists', async () => {
    const answer = await holder.post('/catalog/imports', {
      dataset: { identifier: 'stays', title: { fr: 'Séjours' } },
      tables: [
        {
          name: 'STAY',
          fields: [
            { name: 'STAY_ID', type: 'integer', description: 'Numéro du séjour' },
            { name: 'SEX', type: 'string', description: 'Sexe du patient', nomenclature: 'SEX_V:CODE' },
          ],
          primaryKey: 'STAY_ID',
          foreignKeys: [
            { fields: 'SEX', reference: { resource: 'SEX_V', fields: 'CODE' }, description: 'Nomenclature' },
          ],
        },
      ],
      codeLists: [
        {
          name: 'SEX_V',
          csvBase64: Buffer.from('CODE;LIBELLE\n1;Masculin\n2;F\xe9minin\n', 'latin1').toString('base64'),
        },
      ],
    });
    expect(answer.body).toMatchObject({
      datasets: [{ outcome: 'created', status: 'draft' }],
      codeLists: [{ name: 'SEX_V', outcome: 'created', codes: 2 }],
    });
    const [dataset] = answer.body.datasets;
    expect(
      dataset.findings.filter((each: any) => each.level === 'blocking').map((each: any) => each.property),
    ).toContain('dct:accessRights');
    const table = await holder.get(`/catalog/datasets/${dataset.id}/tables/STAY`);
    const list = answer.body.codeLists[0].id;
    expect(table.body.variables[1]).toMatchObject({
      name: 'SEX',
      codeList: { name: 'SEX_V', column: 'CODE' },
      codeListId: list,
    });
    expect((await anybody.get(`/catalog/code-lists/${list}?q=femin`)).body.items).toEqual([
      { code: '2', label: 'Féminin', cells: ['2', 'Féminin'] },
    ]);
    expect((await anybody.get('/catalog/code-lists?q=SEX')).body.items).toMatchObject([
      { id: list, holderId: 'chu', size: 2 },
    ]);
    const refused = await holder.post(`/catalog/datasets/${dataset.id}/publication`, undefined, { version: 1 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'incomplete' } });
    expect((await holder.get('/catalog/holdings')).body.items.map((each: any) => each.identifier).sort()).toEqual([
      'diabetes-registry',
      'stays',
    ]);
  });

  it('lists everything that is wrong with a JSON import at once', async () => {
    const { status, body } = await holder.post('/catalog/imports', {
      dataset: { title: 3, colour: 1 },
      tables: [{ fields: [] }],
      codeLists: [{}],
    });
    expect(status).toBe(400);
    expect(body.errors.map((error: any) => error.field)).toEqual([
      'codeLists[0]',
      'dataset.colour',
      'dataset.identifier',
      'tables[0].name',
      'tables[0].fields',
    ]);
  });
});
