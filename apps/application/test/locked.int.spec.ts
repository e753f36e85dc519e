import { CaseLocked, CaseUnlocked } from '@hub/contracts';
import { type Caller, eventually, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import { CaseLocks } from '../src/lock/case-locks.store.js';
import { service } from './running-service.js';
import { pdf } from './small-files.js';
import { submitted } from './submitted.js';

const octets = { headers: { 'content-type': 'application/octet-stream' } };

describe('an application whose case is locked', () => {
  let hub: ServiceUnderTest;
  let people: Record<'lead' | 'officer' | 'auditor' | 'outsider', Caller>;

  beforeAll(async () => {
    hub = await testService(service);
    people = {
      lead: await hub.as(person('claire', 'inserm', 'applicant')),
      officer: await hub.as(person('officer', 'hdh', 'hub_officer')),
      auditor: await hub.as(person('aude', 'cour', 'auditor')),
      outsider: await hub.as(person('eve', 'institut-curie', 'applicant')),
    };
  });
  afterAll(() => hub?.stop());

  it('is downloaded, printed, exported and copied by nobody, until it is unlocked [R7.2.9]', async () => {
    const { lead, officer, auditor, outsider } = people;
    const id = await submitted(lead);
    const base = `/applications/${id}`;
    const { attachmentId } = (await officer.post(`${base}/messages/attachments?name=letter.pdf`, pdf, octets)).body;
    await officer.post(`${base}/messages`, { text: 'Our letter.', attachments: [attachmentId] });
    const { version } = (await lead.get(base)).body;
    const copies = [
      `${base}/export`,
      `${base}/print.pdf`,
      `${base}/messages/attachments/${attachmentId}`,
      `${base}/attachments/none-such`,
    ];
    const statuses = (who: Caller) => Promise.all(copies.map(async (path) => (await who.get(path)).status));
    expect(await statuses(lead)).toEqual([200, 200, 200, 404]);

    const ids = { caseId: 'c', applicationId: id };
    await publish(CaseLocked, 'c', ids, { version: 2 });
    await eventually(async () => expect((await lead.get(`${base}/export`)).status).toBe(409));
    for (const who of [lead, officer, auditor]) expect(await statuses(who)).toEqual([409, 409, 409, 409]);
    expect(await statuses(outsider)).toEqual([404, 404, 404, 404]);
    const clone = await lead.post(`${base}/clone`);
    expect(clone).toMatchObject({
      status: 409,
      body: { code: 'case-locked', en: expect.any(String), fr: expect.any(String) },
    });
    expect((await lead.get(base)).body.version).toBe(version);

    // An older word that arrives late unlocks nothing.
    await hub.service.app.get(CaseLocks).note(id, false, 1);
    expect(await statuses(lead)).toEqual([409, 409, 409, 409]);
    await publish(CaseUnlocked, 'c', ids, { version: 3 });
    await eventually(async () => expect(await statuses(lead)).toEqual([200, 200, 200, 404]));
    expect((await lead.post(`${base}/clone`)).status).toBe(201);
  });
});
