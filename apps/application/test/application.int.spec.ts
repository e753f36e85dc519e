import {
  ApplicationInformationProvided,
  ApplicationSubmitted,
  CaseFoundComplete,
  CaseInformationRequested,
  CaseInterestDeclared,
  CaseOpened,
  DatasetPublished,
} from '@hub/contracts';
import { deadLetterTopic, listDeadLetters } from '@hub/messaging';
import {
  type Caller,
  eventually,
  Heard,
  person,
  publish,
  publishRaw,
  type ServiceUnderTest,
  testKafka,
  testService,
} from '@hub/testkit';
import { filledForm } from './filled-form.js';
import { service } from './running-service.js';

const claire = person('claire', 'inserm', 'applicant');
const david = person('david', 'inserm', 'applicant');
const eve = person('eve', 'institut-curie', 'applicant');
const officer = person('officer', 'hdh', 'hub_officer');
const basket = {
  datasets: [{ datasetId: 'bleeds', tables: [{ table: 'person', columns: ['person_id', 'birth_year'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const sample = { caseId: 'case-1', procedure: 'FR_AUTHORISATION', procedureVersion: 1 };

describe('the application service', () => {
  let hub: ServiceUnderTest;
  let heard: Heard;
  let lead: Caller;

  beforeAll(async () => {
    hub = await testService(service);
    heard = await Heard.on('hub.application.application.v1');
    lead = await hub.as(claire);
    await publish(DatasetPublished, 'bleeds', {
      datasetId: 'bleeds',
      holderId: 'chu-bordeaux',
      version: 1,
      accessRight: 'NON_PUBLIC',
      tables: [{ name: 'person', columns: ['person_id', 'birth_year', 'sex'], personalKeys: ['person_id'] }],
    });
  });
  afterAll(async () => {
    await heard?.stop();
    await hub?.stop();
  });

  async function drafted(): Promise<string> {
    const { status, body } = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' });
    expect(status).toBe(201);
    return body.id;
  }

  async function submitted(): Promise<string> {
    const id = await drafted();
    await lead.put(`/applications/${id}/answers`, { answers: filledForm }, { version: 1 });
    await eventually(async () => {
      expect((await lead.put(`/applications/${id}/basket`, basket, { version: 2 })).status).toBe(200);
    });
    expect((await lead.post(`/applications/${id}/submission`, undefined, { version: 3 })).body.status).toBe(
      'SUBMITTED',
    );
    return id;
  }

  it('takes an application from draft to submission and tells the others exactly what is asked for', async () => {
    const id = await submitted();
    const event = await heard.until(ApplicationSubmitted, id);
    expect(event.data).toMatchObject({ leadId: 'claire', scope: basket, team: [{ personId: 'claire', role: 'lead' }] });
    expect(event.version).toBe(4);
    expect(heard.events.filter((e) => e.subject === id).map((e) => e.version)).toEqual([1, 2, 3, 4]);
  });

  it('[R6.2.26] refuses to submit what is incomplete, lists everything, and the draft stays', async () => {
    const id = await drafted();
    const refused = await lead.post(`/applications/${id}/submission`, undefined, { version: 1 });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body.code).toBe('incomplete');
    expect(refused.body.errors.length).toBeGreaterThan(20);
    expect(refused.body.errors[0]).toMatchObject({
      field: expect.any(String),
      en: expect.any(String),
      fr: expect.any(String),
    });
    expect((await lead.get(`/applications/${id}`)).body.status).toBe('DRAFT');
  });

  it('[R6.2.15] names every wrong answer at once and saves none of them', async () => {
    const id = await drafted();
    const answers = {
      'purpose.aim': 7,
      'data.size': -1,
      'processing.start': '2026-02-30',
      'publicInformation.purposes': ['z'],
    };
    const refused = await lead.put(`/applications/${id}/answers`, { answers }, { version: 1 });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(Object.keys(answers).sort());
    expect((await lead.get(`/applications/${id}`)).body.answers).toEqual({});
  });

  it('refuses unknown fields, missing ones and wrong types at the edge, all at once, in both languages', async () => {
    const id = await drafted();
    const wrong = { datasets: [], period: { from: 'x', to: '2019-12-31', until: 1 }, hack: true };
    const refused = await lead.put(`/applications/${id}/basket`, wrong, { version: 1 });
    expect(refused.status).toBe(400);
    const fields = refused.body.errors.map((e: { field: string }) => e.field);
    expect(fields).toEqual(expect.arrayContaining(['hack', 'datasets', 'period.until', 'period.from']));
    expect(refused.body.errors.find((e: { field: string }) => e.field === 'hack').fr).toContain("n'existe pas");
  });

  it('does not offer what the catalogue does not', async () => {
    const id = await drafted();
    const other = { ...basket, datasets: [{ datasetId: 'bleeds', tables: [{ table: 'person', columns: ['nir'] }] }] };
    const refused = await lead.put(`/applications/${id}/basket`, other, { version: 1 });
    expect(refused.status).toBe(422);
    expect(refused.body.unknown).toEqual(['bleeds/person/nir']);
  });

  it('wants the version seen, and refuses a stale one instead of overwriting', async () => {
    const id = await drafted();
    expect((await lead.put(`/applications/${id}/answers`, { answers: {} })).status).toBe(428);
    const first = await lead.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': 'one' } }, { version: 1 });
    expect(first.headers.get('etag')).toBe('"2"');
    const stale = await lead.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': 'two' } }, { version: 1 });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'stale-version', expected: 1, current: 2 });
    expect((await lead.get(`/applications/${id}`)).body.answers['purpose.aim']).toBe('one');
  });

  it('lets exactly one of two people win when both save at once', async () => {
    const id = await drafted();
    const saves = ['a', 'b', 'c', 'd'].map((aim) =>
      lead.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': aim } }, { version: 1 }),
    );
    const statuses = (await Promise.all(saves)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412]);
  });

  it('answers a repeated command with its first answer, and refuses its key for another', async () => {
    const first = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key: 'once' });
    const again = await lead.post('/applications', { procedure: 'FR_AUTHORISATION' }, { key: 'once' });
    expect(again.body).toEqual(first.body);
    const { id } = first.body;
    const save = () =>
      lead.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': 'x' } }, { version: 1, key: 'save' });
    const saved = await save();
    expect((await save()).body).toEqual(saved.body);
    const other = await lead.put(
      `/applications/${id}/answers`,
      { answers: { 'purpose.aim': 'y' } },
      { version: 1, key: 'save' },
    );
    expect(other.body.code).toBe('idempotency-key-reused');
  });

  it('hides itself from outsiders and forbids insiders what is not theirs', async () => {
    const id = await drafted();
    const [outsider, guichet, elsewhere] = await Promise.all([
      hub.as(eve),
      hub.as(officer),
      hub.as({ ...claire, organisation: 'institut-curie' }),
    ]);
    for (const caller of [outsider, guichet, elsewhere])
      expect((await caller.get(`/applications/${id}`)).status).toBe(404);
    const sent = await submitted();
    expect((await outsider.post(`/applications/${sent}/withdrawal`, undefined, { version: 4 })).status).toBe(404);
    expect((await guichet.get(`/applications/${sent}`)).status).toBe(200);
    const forbidden = await guichet.post(`/applications/${sent}/withdrawal`, undefined, { version: 4 });
    expect(forbidden.status).toBe(403);
    expect((await lead.post(`/applications/${sent}/submission`, undefined, { version: 4 })).body).toMatchObject({
      code: 'not-allowed-now',
    });
    expect((await (await hub.as()).get(`/applications/${sent}`)).status).toBe(401);
  });

  it('tells the public that it was received, and nothing of a draft', async () => {
    const nobody = await hub.as();
    expect((await nobody.get(`/applications/${await drafted()}/public`)).status).toBe(404);
    const { status, body } = await nobody.get(`/applications/${await submitted()}/public`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'SUBMITTED',
      laySummary: filledForm['publicInformation.laySummary'],
    });
    expect(JSON.stringify(body)).not.toContain('claire');
  });

  it('lets a colleague join by invitation and edit, and nobody else', async () => {
    const id = await drafted();
    await lead.post(`/applications/${id}/invitations`, { personId: 'david', role: 'member' }, { version: 1 });
    const colleague = await hub.as(david);
    const seen = await colleague.get(`/applications/${id}`);
    expect(seen.body.answers).toBeUndefined();
    expect(seen.body.allowed).toEqual(['join']);
    expect((await (await hub.as(eve)).post(`/applications/${id}/team`)).status).toBe(404);
    expect((await colleague.post(`/applications/${id}/team`)).status).toBe(200);
    expect(
      (await colleague.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': 'ours' } }, { version: 3 }))
        .status,
    ).toBe(200);
    expect((await colleague.get('/applications')).body.items.map((row: { id: string }) => row.id)).toContain(id);
  });

  it('[R6.3.6] opens exactly the marked fields, and sends the answer back to the phase that asked', async () => {
    const id = await submitted();
    const marked = {
      caseId: 'case-1',
      applicationId: id,
      requestId: 'r-1',
      fields: ['purpose.aim'],
      phase: 'PRE_SCREENING',
      dueAt: '2026-03-30T21:59:59.999Z',
    };
    await publish(CaseOpened, 'case-1', { ...sample, applicationId: id });
    const twice = await publish(CaseInformationRequested, 'case-1', marked);
    await publish(CaseInformationRequested, 'case-1', marked, { id: twice });
    const version = await eventually(async () => {
      const { body } = await lead.get(`/applications/${id}`);
      expect(body.status).toBe('AWAITING_ADDITIONAL_INFORMATION');
      return body.version;
    });
    expect(version).toBe(6); // the event that came twice counted once
    const refused = await lead.put(`/applications/${id}/answers`, { answers: { 'purpose.plan': 'x' } }, { version });
    expect(refused.body).toMatchObject({ code: 'field-not-marked', marked: ['purpose.aim'] });
    expect((await lead.post(`/applications/${id}/information`, undefined, { version })).body.code).toBe(
      'answers-missing',
    );
    await lead.put(`/applications/${id}/answers`, { answers: { 'purpose.aim': 'better' } }, { version });
    const sent = await lead.post(`/applications/${id}/information`, undefined, { version: version + 1 });
    expect(sent.body.status).toBe('PRE_SCREENING');
    expect((await heard.until(ApplicationInformationProvided, id)).data.fields).toEqual(['purpose.aim']);
  });

  it('shows the file to a member without an interest only', async () => {
    const id = await submitted();
    const free = await hub.as(person('member-1', 'cesrees', 'committee_member'));
    const bound = await hub.as(person('member-3', 'cesrees', 'committee_member'));
    await publish(CaseInterestDeclared, 'case-1', {
      caseId: 'case-1',
      applicationId: id,
      memberId: 'member-1',
      recused: false,
    });
    await publish(CaseInterestDeclared, 'case-1', {
      caseId: 'case-1',
      applicationId: id,
      memberId: 'member-3',
      recused: true,
    });
    await eventually(async () => expect((await free.get(`/applications/${id}`)).status).toBe(200));
    expect((await bound.get(`/applications/${id}`)).status).toBe(404);
    await publish(CaseInterestDeclared, 'case-1', {
      caseId: 'case-1',
      applicationId: id,
      memberId: 'member-1',
      recused: true,
    });
    await eventually(async () => expect((await free.get(`/applications/${id}`)).status).toBe(404));
  });

  it('buries an event that no schema accepts, and others flow on', async () => {
    const id = await submitted();
    await publishRaw('hub.review.case.v1', id, '{"caseId":7}', { ce_id: 'bad-1', ce_type: CaseOpened.type });
    await publish(CaseFoundComplete, id, {
      caseId: 'case-1',
      applicationId: id,
      opinionDueAt: '2026-04-09T21:59:59.999Z',
    });
    await eventually(async () => expect((await lead.get(`/applications/${id}`)).body.status).toBe('PROCESSING'));
    const letters = await listDeadLetters(
      testKafka(),
      deadLetterTopic('hub.review.case.v1', 'application.follow-review'),
    );
    expect(letters).toEqual([
      expect.objectContaining({ eventId: 'bad-1', type: CaseOpened.type, reason: expect.stringContaining('caseId') }),
    ]);
  });

  it('describes its inputs in OpenAPI 3.1', async () => {
    const { body } = await lead.get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/applications/{id}/basket'].put.requestBody.content['application/json'].schema.$ref).toBe(
      '#/components/schemas/BasketInput',
    );
    expect(body.components.schemas.BasketInput.properties.datasets.items.$ref).toBe(
      '#/components/schemas/DatasetInput',
    );
    expect(body.components.schemas.DatasetInput).toBeDefined();
  });
});
