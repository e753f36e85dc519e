import { ApplicationDrafted, DatasetPublished } from '@hub/contracts';
import { type Caller, eventually, Heard, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import { filledForm } from './filled-form.js';
import { service } from './running-service.js';

const basket = {
  datasets: [{ datasetId: 'bleeds', tables: [{ table: 'person', columns: ['person_id'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};

describe('drafts', () => {
  let hub: ServiceUnderTest;
  let lead: Caller;
  let david: Caller;

  beforeAll(async () => {
    hub = await testService(service);
    lead = await hub.as(person('claire', 'inserm', 'applicant'));
    david = await hub.as(person('david', 'inserm', 'applicant'));
    await publish(DatasetPublished, 'bleeds', {
      datasetId: 'bleeds',
      holderId: 'chu-bordeaux',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [{ name: 'person', columns: ['person_id', 'birth_year'], personalKeys: ['person_id'] }],
    });
  });
  afterAll(() => hub?.stop());

  async function filled(): Promise<string> {
    const { body } = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' });
    await lead.put(`/applications/${body.id}/answers`, { answers: filledForm }, { version: 1 });
    await eventually(async () => {
      expect((await lead.put(`/applications/${body.id}/basket`, basket, { version: 2 })).status).toBe(200);
    });
    return body.id;
  }

  it('shows both versions to whoever saves too late, and loses neither', async () => {
    const { body } = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' });
    const path = `/applications/${body.id}`;
    await lead.post(`${path}/invitations`, { personId: 'david', role: 'member' }, { version: 1 });
    await david.post(`${path}/team`);
    await lead.put(`${path}/answers`, { answers: { 'purpose.aim': 'base', 'purpose.plan': 'plan' } }, { version: 3 });
    await david.put(`${path}/answers`, { answers: { 'purpose.aim': 'theirs', 'data.size': 9 } }, { version: 4 });
    const yours = { 'purpose.aim': 'yours', 'purpose.plan': 'better plan' };
    const stale = await lead.put(`${path}/answers`, { answers: yours }, { version: 4 });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      ...{ code: 'stale-version', expected: 4, current: 5, yours },
      conflicts: [{ field: 'purpose.aim', base: 'base', theirs: 'theirs', yours: 'yours' }],
      changed: [{ field: 'purpose.aim' }, { field: 'data.size', base: null, theirs: 9 }],
    });
    const apart = await lead.put(`${path}/answers`, { answers: { 'purpose.plan': 'x' } }, { version: 4 });
    expect(apart.body).toMatchObject({ code: 'stale-version', conflicts: [] });
    expect(apart.body.changed).toHaveLength(2);
    expect((await lead.get(path)).body.answers['purpose.aim']).toBe('theirs');
    const outside = await hub.as(person('eve', 'institut-curie', 'applicant'));
    expect((await outside.put(`${path}/answers`, { answers: yours }, { version: 4 })).body.conflicts).toBeUndefined();
  });

  it('are copied with answers and basket, without the team, under an identifier of their own [R6.2.23]', async () => {
    const id = await filled();
    await lead.post(`/applications/${id}/invitations`, { personId: 'david', role: 'member' }, { version: 3 });
    await david.post(`/applications/${id}/team`);
    const copied = await david.post(`/applications/${id}/clone`, undefined, { key: 'copy' });
    expect(copied).toMatchObject({ status: 201, body: { status: 'DRAFT', leftOut: [] } });
    expect(copied.body.id).not.toBe(id);
    const { body } = await david.get(`/applications/${copied.body.id}`);
    expect(body).toMatchObject({ answers: filledForm, basket, leadId: 'david' });
    expect(body.team).toEqual([{ personId: 'david', organisationId: 'inserm', role: 'lead' }]);
    expect((await david.post(`/applications/${id}/clone`, undefined, { key: 'copy' })).body.id).toBe(copied.body.id);
    expect((await lead.get(`/applications/${copied.body.id}`)).status).toBe(404);
    await lead.post(`/applications/${id}/submission`, undefined, { version: 5 });
    const officer = await hub.as(person('otto', 'hdh', 'hub_officer'));
    expect((await officer.post(`/applications/${id}/clone`)).status).toBe(403);
  });

  it('go out as a file and come back from it without loss [R6.2.24]', async () => {
    const heard = await Heard.on('hub.application.application.v1');
    const id = await filled();
    const file = await lead.get(`/applications/${id}/export`);
    expect(file.headers.get('content-disposition')).toContain('application.json');
    const read = await david.post('/applications/import', file.body);
    expect(read.status).toBe(201);
    const again = await david.get(`/applications/${read.body.id}/export`);
    expect(again.body.answers).toEqual(file.body.answers);
    expect(again.body.basket).toEqual(file.body.basket);
    expect((await heard.until(ApplicationDrafted, read.body.id)).data.leadId).toBe('david');
    const wrong = { ...file.body, answers: { ...file.body.answers, 'purpose.x': 1, 'data.size': 'many' } };
    const refused = await david.post('/applications/import', wrong);
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-invalid' } });
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual(['purpose.x', 'data.size']);
    expect((await (await hub.as()).get('/applications/export-schema')).body.title).toBe('Application');
    await heard.stop();
  });

  it('keep what was sent: every version can be read again', async () => {
    const id = await filled();
    await lead.post(`/applications/${id}/submission`, undefined, { version: 3 });
    const { body } = await lead.get(`/applications/${id}/versions`);
    expect(body.items).toMatchObject([{ number: 1, version: 4, by: 'claire', answers: filledForm, basket }]);
    const outside = await hub.as(person('eve', 'institut-curie', 'applicant'));
    expect((await outside.get(`/applications/${id}/versions`)).status).toBe(404);
  });
});
