import {
  ApplicationLeadHandedOver,
  CaseDecided,
  CaseInformationRequested,
  CaseLeadChanged,
  CaseOpened,
  CaseOpinionIssued,
  PermitGranted,
} from '@hub/contracts';
import { deadLetterTopic, listDeadLetters } from '@hub/messaging';
import { eventually, publish, publishRaw, testKafka } from '@hub/testkit';
import { verifyPermit } from '../src/permit/verify-permit.js';
import { grounds, people, ReviewUnderTest, scope, type Who } from './review-under-test.js';

describe('the review service', () => {
  let review: ReviewUnderTest;

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  afterAll(() => review?.stop());

  it('reviews a submitted application from pre-screening to a signed permit', async () => {
    const id = await review.opened('app-1');
    await review.does('officer', `/cases/${id}/completeness`, {});
    await review.toTheVote(id);
    for (const who of ['president', 'rapporteur-1', 'rapporteur-2', 'member-1'] as const) {
      await review.does(who, `/cases/${id}/votes`, { vote: who === 'member-1' ? 'RESERVED' : 'FAVOURABLE' });
    }
    await review.does('president', `/cases/${id}/opinion`, { grounds });
    expect((await review.heard.until(CaseOpinionIssued, id)).data).toMatchObject({
      opinion: 'FAVOURABLE',
      votes: { FAVOURABLE: 3, RESERVED: 1 },
    });
    await review.does('claire', `/cases/${id}/authority`);
    await review.does('authority', `/cases/${id}/decision`, {
      decision: 'AUTHORISED',
      reasons: 'Proportionate.',
      months: 24,
    });
    expect((await review.heard.until(CaseDecided, id)).data).toMatchObject({ decision: 'AUTHORISED', tacit: false });
    const permitId = await review.permitOf(id);
    expect(permitId).toMatch(/^CNIL-2026-\d{6}-v1$/);
    const granted = await review.heard.until(PermitGranted, permitId.replace('-v1', ''));
    expect(granted.data).toMatchObject({
      permitId,
      scope,
      validFrom: '2026-03-02',
      validUntil: '2028-03-01',
      organisationId: 'inserm',
    });
  });

  it('[68(10)] signs a permit that anybody can verify with the published key', async () => {
    const { body: register } = await review.get(undefined, '/permits/register');
    const permitId = register.items.at(-1).id;
    const { body: signed } = await review.get('claire', `/permits/${permitId}`);
    const { body: keys } = await review.get(undefined, '/permits/keys');
    const key = keys.keys.find(({ kid }: { kid: string }) => kid === signed.keyId);
    expect(verifyPermit(signed, key.pem)).toMatchObject({ genuine: true, id: permitId });
    const changed = {
      ...signed,
      document: { ...signed.document, validity: { from: '2026-03-02', until: '2036-03-01' } },
    };
    expect(verifyPermit(changed, key.pem)).toEqual({ genuine: false, why: 'changed-after-signing' });
    expect((await review.get(undefined, `/permits/${permitId}/verification`)).body).toMatchObject({
      id: permitId,
      status: 'VALID',
    });
  });

  it('tells the others every step, without a gap, and no text of anybody', async () => {
    const { body } = await review.get('officer', '/cases/by-application/app-1');
    const told = await eventually(() => {
      const events = review.heard.events.filter(({ subject }) => subject === body.id);
      expect(events).toHaveLength(body.version);
      return events;
    });
    expect(told.map(({ version }) => version)).toEqual(told.map((_, index) => index + 1));
    expect(JSON.stringify(review.heard.raw)).not.toMatch(/Read with care|Proportionate|Sound\./);
    const votes = told.filter(({ type }) => type === 'review.case.vote-cast.v1');
    expect(votes.map(({ data }) => Object.keys(data).sort())).toEqual(
      votes.map(() => ['applicationId', 'caseId', 'memberId']),
    );
  });

  it('opens one case, however often and under however many ids the submission is announced', async () => {
    const eventId = await review.submit('app-twice');
    await review.submit('app-twice', { id: eventId });
    await review.submit('app-twice', { version: 2 });
    const id = await review.opened('app-twice');
    await review.heard.until(CaseOpened, id);
    await review.heard.until(CaseOpened, await review.opened('app-after'));
    const cases = review.heard.events.filter(
      ({ type, data }) => type === CaseOpened.type && (data as { applicationId: string }).applicationId === 'app-twice',
    );
    expect(cases.map(({ subject }) => subject)).toEqual([id]);
    const { body } = await review.get('officer', '/cases?limit=200');
    expect(
      body.items.filter(({ applicationId }: { applicationId: string }) => applicationId === 'app-twice'),
    ).toHaveLength(1);
  });

  it('follows whom the lead hands over to: the new one may act, the former one no more', async () => {
    const id = await review.opened('app-handed-over');
    const handOver = { applicationId: 'app-handed-over', fromId: 'claire', toId: 'david', organisationId: 'inserm' };
    await publish(ApplicationLeadHandedOver, 'app-handed-over', handOver, { version: 2 });
    await review.heard.until(CaseLeadChanged, id);
    const you = async (who: 'claire' | 'david') => (await review.get(who, `/cases/${id}`)).body;
    expect(await you('david')).toMatchObject({ leadId: 'david', team: [{ role: 'member' }, { role: 'lead' }] });
    const drafted = { ...handOver, applicationId: 'app-draft' };
    await publish(ApplicationLeadHandedOver, 'app-draft', drafted);
    expect((await you('claire')).leadId).toBe('david');
  });

  it('puts what it cannot read or open to the dead letters and goes on', async () => {
    const headers = {
      ce_specversion: '1.0',
      ce_type: 'application.application.submitted.v1',
      ce_source: '/test',
      ce_time: new Date().toISOString(),
    };
    await publishRaw('hub.application.application.v1', 'bad', '{"applicationId":"bad"}', {
      ...headers,
      ce_id: 'bad-1',
      ce_subject: 'bad',
    });
    await review.opened('app-good');
    const letters = await eventually(async () => {
      const found = await listDeadLetters(
        testKafka(),
        deadLetterTopic('hub.application.application.v1', 'review.follow-application'),
      );
      expect(found).toHaveLength(1);
      return found;
    });
    expect(letters[0]).toMatchObject({ eventId: 'bad-1', reason: expect.stringContaining('procedure') });
  });

  it('hides a case from whom it is nothing to, and forbids to insiders what is not theirs', async () => {
    const { body } = await review.get('officer', '/cases/by-application/app-good');
    const path = `/cases/${body.id}`;
    const statuses = async (...who: Who[]) => Promise.all(who.map(async (one) => (await review.get(one, path)).status));
    expect(await statuses('eve', 'member-1', 'president', 'authority', 'engineer')).toEqual([404, 404, 404, 404, 404]);
    // An account acts for one organisation at a time: the case of the other one does not exist for it.
    expect(await statuses('claire', 'claire-elsewhere')).toEqual([200, 404]);
    expect(await statuses('claire', 'david', 'officer', 'auditor')).toEqual([200, 200, 200, 200]);
    expect((await review.order('eve', `${path}/completeness`, {})).status).toBe(404);
    const forbidden = await review.order('claire', `${path}/completeness`, {});
    expect(forbidden).toMatchObject({ status: 403, body: { code: 'forbidden', by: ['officer'] } });
    expect(await review.order('officer', `${path}/completeness`, {}, 99)).toMatchObject({ status: 412 });
  });

  it('asks for information once: fields to the others, remarks to the team', async () => {
    const id = await review.opened('app-asked');
    const remarks = [
      { field: 'purpose.expectedBenefit', remark: 'For whom exactly?' },
      { field: 'data.size', remark: 'Why all of them?' },
    ];
    await review.does('officer', `/cases/${id}/information-requests`, { remarks });
    const asked = await review.heard.until(CaseInformationRequested, id);
    expect(asked.data).toMatchObject({
      fields: ['purpose.expectedBenefit', 'data.size'],
      phase: 'PRE_SCREENING',
      dueAt: '2026-03-30T21:59:59.999Z',
    });
    expect(JSON.stringify(review.heard.raw)).not.toContain('For whom exactly');
    const { body } = await review.get('david', `/cases/${id}`);
    expect(body.informationRequests).toMatchObject([{ remarks }]);
    expect(body.clocks).toMatchObject([
      { name: 'INFORMATION', dueAt: '2026-03-30T21:59:59.999Z', onSilence: 'REJECTED_INCOMPLETE' },
    ]);
  });

  it('lists to each exactly the cases that exist for them', async () => {
    const recusing = await review.opened('app-recusing');
    await review.does('officer', `/cases/${recusing}/completeness`, {});
    await review.does('member-3', `/cases/${recusing}/interests`, { interest: true });
    const { body: everything } = await review.get('auditor', '/cases?limit=200');
    const ids: string[] = everything.items.map(({ id }: { id: string }) => id);
    for (const who of Object.keys(people) as Who[]) {
      const { body } = await review.get(who, '/cases?limit=200');
      const readable = await Promise.all(ids.map(async (id) => (await review.get(who, `/cases/${id}`)).status === 200));
      expect([who, body.items.map(({ id }: { id: string }) => id)]).toEqual([
        who,
        ids.filter((_, index) => readable[index]),
      ]);
    }
    expect(JSON.stringify(everything)).not.toMatch(/claire|member-3/);
  });

  it('names every wrong field of an order at once, and wants the version that was seen', async () => {
    const { body } = await review.get('officer', '/cases/by-application/app-asked');
    const wrong = await review.order('officer', `/cases/${body.id}/information-requests`, {
      remarks: [{ field: '' }],
      extra: 1,
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    const fields = wrong.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['extra', 'remarks.0.field', 'remarks.0.remark']));
    const unseen = await (await review.hub.as(people.officer)).post(`/cases/${body.id}/completeness`, {});
    expect(unseen).toMatchObject({ status: 428, body: { code: 'version-required', fr: expect.any(String) } });
  });

  it('describes its routes', async () => {
    const { body } = await review.get(undefined, '/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/cases/{id}/votes', '/permits/{id}/verification']),
    );
  });
});
