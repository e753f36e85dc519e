import {
  ApplicationDeleted,
  ApplicationDraftExpiring,
  CaseDecisionUnanswered,
  CaseFeesEstimated,
  CaseInformationReceived,
  CaseOpinionExtended,
  CaseRejectedIncomplete,
  PermitGranted,
  PermitRevoked,
} from '@hub/contracts';
import { eventually, person } from '@hub/testkit';
import { NotificationUnderTest } from './notification-under-test.js';

const applicationId = 'a-1';
const ids = { caseId: 'c-1', applicationId };
const claire = person('claire', 'inserm', 'applicant');
const eve = person('eve', 'institut-curie', 'applicant');
const dayMs = 86_400_000;
let test: NotificationUnderTest;

beforeAll(async () => {
  test = await NotificationUnderTest.start();
  await test.people(applicationId);
});
afterAll(() => test?.stop());

const inbox = async (query = '', who = claire) => (await (await test.hub.as(who)).get(`/notices${query}`)).body;

async function extended(): Promise<void> {
  test.hub.clock.advance(60_000);
  const before = await test.count(`SELECT FROM notice WHERE person_id = 'claire'`);
  await test.announce(CaseOpinionExtended, 'c-1', { ...ids, opinionDueAt: '2026-05-11T21:59:59.999Z' });
  await test.asked(`SELECT FROM notice WHERE person_id = 'claire'`, before + 1);
}

it('lists every notice of mine by time, page after page, and none of anybody else [R6.1.11]', async () => {
  for (let round = 0; round < 4; round++) await extended();
  const all = (await inbox()).items;
  expect(all).toHaveLength(5);
  const times = all.map(({ at }: { at: string }) => at);
  expect(times).toEqual([...times].sort().reverse());
  const first = await inbox('?limit=2');
  const second = await inbox(`?limit=2&after=${first.next}`);
  const third = await inbox(`?limit=2&after=${second.next}`);
  expect([...first.items, ...second.items, ...third.items]).toEqual(all);
  expect(third.next).toBeUndefined();
  expect((await inbox('', eve)).items).toEqual([]);
  expect((await (await test.hub.as()).get('/notices')).status).toBe(401);
});

it('finds notices by words of either language, without accents, and by the reference', async () => {
  expect((await inbox('?q=comite+delai')).items).toHaveLength(4);
  expect((await inbox('?q=committee')).items).toHaveLength(4);
  expect((await inbox('?q=a-1')).items).toHaveLength(5);
  expect((await inbox('?q=%25')).items).toHaveLength(5);
  expect((await inbox('?q=nowhere')).items).toEqual([]);
});

it('knows what I have read', async () => {
  const api = await test.hub.as(claire);
  const [latest] = (await inbox()).items;
  expect((await api.get('/notices/count')).body).toEqual({ unread: 5, tasks: 0, letters: 'on' });
  expect((await (await test.hub.as(eve)).post(`/notices/${latest.id}/read`)).status).toBe(404);
  const read = await api.post(`/notices/${latest.id}/read`);
  expect(read.body.readAt).not.toBeNull();
  expect((await inbox('?unread=true')).items).toHaveLength(4);
  expect((await inbox('?order=unread-first')).items.at(-1).id).toBe(latest.id);
  const page = await inbox('?order=unread-first&limit=4');
  expect((await inbox(`?order=unread-first&limit=4&after=${page.next}`)).items.map(({ id }: any) => id)).toEqual([
    latest.id,
  ]);
  expect((await api.post('/notices/read-all')).body).toEqual({ read: 4 });
  expect((await api.get('/notices/count')).body).toMatchObject({ unread: 0 });
});

it('writes to a new address only once its code has come back', async () => {
  const api = await test.hub.as(eve);
  const wish = { email: 'eve@new.example', language: 'en', task: 'at-once', status: 'none' };
  expect(
    (await api.put('/notices/preferences', { ...wish, email: 'nonsense', task: 'hourly' })).body.errors,
  ).toHaveLength(2);
  const saved = (await api.put('/notices/preferences', wish)).body;
  expect(saved).toMatchObject({
    email: 'eve@institut-curie.example',
    unconfirmedEmail: 'eve@new.example',
    letters: 'on',
  });
  const letter = await eventually(async () => {
    const found = (await test.letters()).find(({ to }) => to === 'eve@new.example');
    expect(found?.subject).toBe('Confirm your address');
    return found;
  });
  const code = letter?.text.match(/\d{6}/)?.[0] ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await api.post('/notices/preferences/confirm', { code: wrong })).body).toMatchObject({
    code: 'wrong-code',
    left: 4,
  });
  expect((await api.post('/notices/preferences/confirm', { code })).body).toMatchObject({
    email: 'eve@new.example',
    unconfirmedEmail: null,
    demonstration: false,
  });
  expect((await api.post('/notices/preferences/confirm', { code })).status).toBe(409);
  expect(await test.count(`SELECT FROM correspondent WHERE position('new.example'::bytea IN address) > 0`)).toBe(0);
  expect((await api.put('/notices/preferences', { ...wish, email: null })).body.email).toBeNull();
});

it('gathers notices into one letter at seven of the next working day, once', async () => {
  test.hub.clock.moveTo(new Date('2026-03-06T15:00:00.000Z')); // a Friday
  const api = await test.hub.as(claire);
  await api.put('/notices/preferences', { language: 'en', task: 'at-once', status: 'daily' });
  const before = (await test.lettersOf('claire')).length;
  await extended();
  await extended();
  test.hub.clock.moveTo(new Date('2026-03-09T05:59:00.000Z'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await test.lettersOf('claire')).toHaveLength(before);
  test.hub.clock.moveTo(new Date('2026-03-09T06:00:01.000Z'));
  const digest = (await test.lettersTo('claire', before + 1)).at(-1);
  expect(digest?.subject).toBe('2 notices');
  expect(digest?.text.match(/The committee needs more time/g)).toHaveLength(2);
  test.hub.clock.moveTo(new Date('2026-03-10T06:00:01.000Z'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await test.lettersOf('claire')).toHaveLength(before + 1);
  await api.put('/notices/preferences', { language: 'en', task: 'none', status: 'none' });
});

it('tells the team and the staff before a permit ends, and once each time [R9.3.11]', async () => {
  const team = [{ personId: 'claire', organisationId: 'inserm', role: 'lead' }];
  await test.announce(PermitGranted, 'p', { ...PermitGranted.example, applicationId, team, validUntil: '2026-06-09' });
  await test.asked(`SELECT FROM notice WHERE event_type LIKE 'review.permit.%' AND person_id = 'officer'`, 1);
  test.hub.clock.moveTo(new Date('2026-03-12T08:00:00.000Z'));
  const near = `SELECT FROM notice WHERE event_type = 'notification.permit-end-near' AND person_id`;
  await test.asked(`${near} = 'officer'`, 1);
  await test.asked(`${near} = 'claire'`, 1);
  test.hub.clock.moveTo(new Date('2026-05-11T08:00:00.000Z'));
  await test.asked(`${near} = 'claire'`, 2);
  const [latest] = (await inbox('?q=soon')).items;
  expect(latest).toMatchObject({ reference: 'HDH-2026-000001', content: { en: { subject: 'Your permit ends soon' } } });
});

it('tells the data user and those who run the workspace of a revocation [R9.4.11]', async () => {
  await test.announce(PermitRevoked, 'p', { ...PermitRevoked.example, applicationId });
  await test.asked(
    `SELECT FROM notice WHERE event_type = '${PermitRevoked.type}' AND person_id IN ('claire', 'officer')`,
    2,
  );
});

it('tells the owner before an idle draft expires, with the draft and the day [R6.2.21]', async () => {
  const data = { applicationId, leadId: 'claire', organisationId: 'inserm', expiresAt: '2026-08-29T09:00:00.000Z' };
  await test.announce(ApplicationDraftExpiring, applicationId, data);
  await test.asked(`SELECT FROM notice WHERE event_type = '${ApplicationDraftExpiring.type}'`, 1);
  const [notice] = (await inbox('?q=draft')).items;
  expect(notice).toMatchObject({ kind: 'task', applicationId, dueAt: data.expiresAt });
  expect(notice.content.fr.text).toContain('À faire avant le 29 août 2026');
});

it('tells the estimated fees, and that the application may be withdrawn [R6.3.10]', async () => {
  await test.announce(CaseFeesEstimated, 'c-1', { ...ids, currency: 'EUR', totalCents: 620_000 });
  await test.asked(`SELECT FROM notice WHERE event_type = '${CaseFeesEstimated.type}' AND person_id = 'david'`, 1);
  const [notice] = (await inbox('?q=fees')).items;
  expect(notice.content.en.text).toContain('6,200.00');
  expect(notice.content.en.text).toContain('may be withdrawn');
  expect(notice.content.fr.text).toMatch(/6\s200,00\s€/);
});

it('tells whoever asked that the answer is there, and the applicant that it was accepted [R7.5.2] [R7.5.3]', async () => {
  const helena = person('helena', 'hdh', 'authority_officer');
  const answered = { ...ids, requestId: 'r-1', phase: 'PROCESSING', askedBy: 'helena' };
  await test.announce(CaseInformationReceived, 'c-1', { ...answered, dueAt: '2026-06-12T21:59:59.999Z' });
  // Whoever asked, the officer, and the team of two.
  await test.asked(`SELECT FROM notice WHERE event_type = '${CaseInformationReceived.type}'`, 4);
  const [task] = (await inbox('?q=answer', helena)).items;
  expect(task).toMatchObject({ kind: 'task', applicationId, dueAt: '2026-06-12T21:59:59.999Z' });
  const [told] = (await inbox('?q=accepted')).items;
  expect(told).toMatchObject({ kind: 'status', applicationId });
  expect(told.content.fr.text).toContain('versée au dossier');
});

it('confirms that an application counts as withdrawn when its decision was not answered [R9.2.9]', async () => {
  await test.announce(CaseDecisionUnanswered, 'c-1', ids);
  await test.asked(
    `SELECT FROM notice WHERE event_type = '${CaseDecisionUnanswered.type}' AND person_id = 'claire'`,
    1,
  );
});

it('waits for the application when what follows from it is read first', async () => {
  await test.announce(CaseRejectedIncomplete, 'c-2', { caseId: 'c-2', applicationId: 'a-2' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await test.people('a-2');
  await test.asked(
    `SELECT FROM notice WHERE application_id = 'a-2' AND event_type = '${CaseRejectedIncomplete.type}'`,
    3,
  );
});

it('keeps notices for twelve months', async () => {
  await test.announce(ApplicationDeleted, applicationId, { applicationId });
  await test.asked(`SELECT FROM notice WHERE event_type = '${ApplicationDeleted.type}'`, 2);
  test.hub.clock.advance(366 * dayMs);
  await test.asked('SELECT FROM notice', 0);
  await test.asked('SELECT FROM letter', 0);
});
