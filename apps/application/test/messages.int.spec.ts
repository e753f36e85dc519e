import {
  ApplicationMessageSent,
  ApplicationMessageSentInThread,
  CaseAuthoritySeized,
  CaseInterestDeclared,
} from '@hub/contracts';
import { type Caller, eventually, Heard, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import { service } from './running-service.js';
import { pdf } from './small-files.js';
import { submitted } from './submitted.js';

const claire = person('claire', 'inserm', 'applicant');
const octets = { headers: { 'content-type': 'application/octet-stream' } };

describe('messages inside a case', () => {
  let hub: ServiceUnderTest;
  let lead: Caller;
  let officer: Caller;
  let authority: Caller;
  let other: Caller;
  beforeAll(async () => {
    hub = await testService(service);
    lead = await hub.as(claire);
    officer = await hub.as(person('officer', 'hdh', 'hub_officer'));
    authority = await hub.as(person('anna', 'cnil', 'authority_officer'));
    other = await hub.as(person('eve', 'inserm', 'applicant'));
  });
  afterAll(() => hub?.stop());

  it('go between applicant and assessor, with sender and time; what is announced has no text [R6.1.7]', async () => {
    const id = await submitted(lead);
    const heard = await Heard.on(ApplicationMessageSent.topic);
    const said = { text: 'Which cohort do you mean?', field: 'purpose.aim' };
    const sent = await officer.post(`/applications/${id}/messages`, said);
    expect(sent.status).toBe(201);
    const announced = await heard.until(ApplicationMessageSent, sent.body.id);
    expect(announced.data).toEqual({
      ...{ applicationId: id, messageId: sent.body.id, fromSide: 'officer', field: 'purpose.aim' },
    });
    await heard.stop();
    const { items, allowed } = (await lead.get(`/applications/${id}/messages`)).body;
    expect(items).toEqual([
      expect.objectContaining({
        ...{ ...said, senderId: 'officer', organisationId: 'hdh', fromSide: 'officer', read: false, readAt: null },
        sentAt: hub.clock.now().toISOString(),
      }),
    ]);
    expect(allowed).toEqual(['send-message']);
    expect((await lead.put(`/applications/${id}/messages/read`, { upTo: sent.body.id })).body).toEqual({ marked: 1 });
    expect((await lead.get(`/applications/${id}/messages`)).body.items[0].read).toBe(true);
    expect((await officer.get(`/applications/${id}/messages`)).body.items[0].readAt).toBe(
      hub.clock.now().toISOString(),
    );
  });

  it('carries files of the assessor, which the applicant downloads and no other applicant [R6.1.6]', async () => {
    const id = await submitted(lead);
    const upload = await officer.post(`/applications/${id}/messages/attachments?name=letter.pdf`, pdf, octets);
    expect(upload.status).toBe(201);
    const { attachmentId } = upload.body;
    const path = `/applications/${id}/messages/attachments/${attachmentId}`;
    expect((await officer.get(path)).status).toBe(200);
    expect((await lead.get(path)).status).toBe(404);
    const stolen = { text: 'mine', attachments: [attachmentId] };
    expect((await lead.post(`/applications/${id}/messages`, stolen)).body.code).toBe('no-such-file');
    const said = { text: 'Our letter.', attachments: [attachmentId] };
    expect((await officer.post(`/applications/${id}/messages`, said)).status).toBe(201);
    const got = await lead.get(path);
    expect([got.status, got.body]).toEqual([200, pdf.toString()]);
    expect((await lead.get(`/applications/${id}/messages`)).body.items[0].attachments).toEqual([
      expect.objectContaining({ id: attachmentId, name: 'letter.pdf', scan: 'NOT_SCANNED' }),
    ]);
    expect((await other.get(path)).status).toBe(404);
    expect(
      (await other.get(`/applications/${await submitted(other)}/messages/attachments/${attachmentId}`)).status,
    ).toBe(404);
  });

  it('are read newest first, page after page, whatever is written meanwhile', async () => {
    const id = await submitted(lead);
    for (let number = 1; number <= 5; number++) await lead.post(`/applications/${id}/messages`, { text: `${number}` });
    const page = async (before?: string) => {
      const path = `/applications/${id}/messages?limit=2${before ? `&before=${before}` : ''}`;
      return (await officer.get(path)).body.items as { id: string; text: string }[];
    };
    const first = await page();
    await officer.post(`/applications/${id}/messages`, { text: 'meanwhile' });
    const second = await page(first[1]?.id);
    const third = await page(second[1]?.id);
    expect([...first, ...second, ...third].map(({ text }) => text)).toEqual(['5', '4', '3', '2', '1']);
  });

  it('exist for the authority once the case came to it, and never for the committee or outsiders', async () => {
    const id = await submitted(lead);
    await lead.post(`/applications/${id}/messages`, { text: 'x' });
    const member = await hub.as(person('m-1', 'cesrees', 'committee_member'));
    const free = { caseId: 'c', applicationId: id, memberId: 'm-1', recused: false };
    await publish(CaseInterestDeclared, 'c', free);
    await eventually(async () => expect((await member.get(`/applications/${id}`)).status).toBe(200));
    for (const caller of [member, other, authority]) {
      expect((await caller.get(`/applications/${id}/messages`)).status).toBe(404);
      expect((await caller.post(`/applications/${id}/messages`, { text: 'y' })).status).toBe(404);
    }
    await publish(CaseAuthoritySeized, 'c', { ...CaseAuthoritySeized.example, caseId: 'c', applicationId: id });
    await eventually(async () => expect((await authority.get(`/applications/${id}/messages`)).status).toBe(200));
    expect((await authority.post(`/applications/${id}/messages`, { text: 'y' })).status).toBe(201);
  });

  it('are kept in threads, each read by the sides that take part and the auditor alone [R7.2.10]', async () => {
    const id = await submitted(lead);
    const base = `/applications/${id}/messages`;
    const holder = await hub.as(person('camille', 'chu', 'data_holder'));
    const stranger = await hub.as(person('hugo', 'cnam', 'data_holder'));
    const auditor = await hub.as(person('aude', 'cour', 'auditor'));
    await publish(CaseAuthoritySeized, id, { ...CaseAuthoritySeized.example, caseId: id, applicationId: id });
    await eventually(async () => expect((await authority.get(base)).status).toBe(200));
    const two = { text: 'Can you deliver?', with: ['holder:chu'] };
    expect((await lead.post(base, two)).body.code).toBe('thread-not-begun');
    expect((await holder.get(`${base}/threads`)).status).toBe(404);
    expect((await officer.post(base, { ...two, with: ['holder:cnam'] })).body.known).toContain('holder:chu');

    const heard = await Heard.on(ApplicationMessageSentInThread.topic);
    const { attachmentId } = (await authority.post(`${base}/attachments?name=letter.pdf`, pdf, octets)).body;
    const begun = await authority.post(base, { ...two, attachments: [attachmentId] });
    expect(begun.status).toBe(201);
    const { data } = await heard.until(ApplicationMessageSentInThread, begun.body.id);
    expect(data).toEqual({
      ...{ applicationId: id, messageId: begun.body.id, toHolders: ['chu'] },
      ...{ toApplicant: false, toOfficer: false, toAuthority: false },
    });
    await heard.stop();
    hub.clock.advance(1_000);
    const three = { text: 'All three of us.', with: ['applicant', 'holder:chu'] };
    expect((await authority.post(base, three)).status).toBe(201);
    hub.clock.advance(1_000);
    expect((await holder.post(base, { text: 'In May.', with: ['authority'] })).status).toBe(201);
    hub.clock.advance(1_000);
    expect((await lead.post(base, { text: 'Thank you.', with: ['holder:chu', 'authority'] })).status).toBe(201);

    const threadsOf = async (who: Caller) =>
      (await who.get(`${base}/threads`)).body.items?.map(({ thread }: { thread: string }) => thread);
    const [common, apart] = ['applicant,authority,holder:chu', 'authority,holder:chu'];
    for (const who of [holder, authority, auditor]) expect(await threadsOf(who)).toEqual([common, apart]);
    expect(await threadsOf(lead)).toEqual([common]);
    expect([await threadsOf(officer), await threadsOf(stranger)]).toEqual([[], undefined]);
    const texts = async (who: Caller, thread: string) =>
      (await who.get(`${base}?thread=${thread}`)).body.items?.map(({ text }: { text: string }) => text);
    expect(await texts(holder, apart)).toEqual(['In May.', 'Can you deliver?']);
    expect(await texts(lead, common)).toEqual(['Thank you.', 'All three of us.']);
    expect(await texts(officer, common)).toBeUndefined();
    expect(await texts(lead, apart)).toBeUndefined();
    // The case's own correspondence is not the holder's, nor are its threads part of it.
    expect([(await holder.get(base)).status, (await lead.get(base)).body.items]).toEqual([404, []]);
    const file = `${base}/attachments/${attachmentId}`;
    const statuses = await Promise.all([holder, auditor, lead, officer, stranger].map((who) => who.get(file)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404]);
    expect((await lead.put(`${base}/read`, { upTo: begun.body.id })).body).toEqual({ marked: 0 });
    expect((await holder.put(`${base}/read`, { upTo: begun.body.id })).body).toEqual({ marked: 1 });
  });

  it('are papers that another authority shared, which no applicant and no holder finds [R7.3.6]', async () => {
    const id = await submitted(lead);
    const base = `/applications/${id}/messages`;
    const auditor = await hub.as(person('aude', 'cour', 'auditor'));
    const holder = await hub.as(person('camille', 'chu', 'data_holder'));
    const { attachmentId } = (await officer.post(`${base}/attachments?name=opinion.pdf`, pdf, octets)).body;
    const paper = { text: 'Their opinion.', attachments: [attachmentId], origin: 'Findata' };
    expect((await officer.post(base, paper)).body.code).toBe('papers-among-examiners');
    expect((await officer.post(base, { ...paper, with: ['officer'] })).status).toBe(201);
    const colleague = await hub.as(person('olga', 'hdh', 'hub_officer'));
    for (const who of [colleague, auditor]) {
      expect((await who.get(`${base}?thread=officer`)).body.items).toMatchObject([
        { origin: 'Findata', attachments: [{ id: attachmentId, name: 'opinion.pdf' }] },
      ]);
      expect((await who.get(`${base}/attachments/${attachmentId}`)).body).toBe(pdf.toString());
    }
    for (const who of [lead, holder, other, authority]) {
      expect((await who.get(`${base}?thread=officer`)).status).toBe(404);
      expect((await who.get(`${base}/attachments/${attachmentId}`)).status).toBe(404);
    }
    expect((await lead.get(base)).body.items).toEqual([]);
  });

  it('are not written any more after a withdrawal', async () => {
    const id = await submitted(lead);
    const { version } = (await lead.get(`/applications/${id}`)).body;
    expect((await lead.post(`/applications/${id}/withdrawal`, undefined, { version })).status).toBe(200);
    for (const caller of [lead, officer]) {
      const refused = await caller.post(`/applications/${id}/messages`, { text: 'x' });
      expect([refused.status, refused.body.code]).toEqual([409, 'message-not-now']);
      expect((await caller.get(`/applications/${id}/messages`)).status).toBe(200);
    }
  });
});
