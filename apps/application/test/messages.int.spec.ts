import { ApplicationMessageSent, CaseAuthoritySeized, CaseInterestDeclared } from '@hub/contracts';
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
