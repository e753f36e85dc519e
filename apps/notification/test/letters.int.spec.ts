import {
  ApplicationSubmitted,
  CaseInformationRequested,
  CaseInterestDeclared,
  CaseOpinionExtended,
  CaseVoteOpened,
} from '@hub/contracts';
import { eventually, person } from '@hub/testkit';
import { pauseAfter } from '../src/letters/times.js';
import { NotificationUnderTest } from './notification-under-test.js';

const applicationId = 'a-1';
const ids = { caseId: 'c-1', applicationId };
const claire = person('claire', 'inserm', 'applicant');
const david = person('david', 'inserm', 'applicant');
const officer = person('officer', 'hdh', 'hub_officer');
let test: NotificationUnderTest;

beforeAll(async () => {
  test = await NotificationUnderTest.start();
  await test.people(applicationId);
});
afterAll(() => test?.stop());

const extended = (id?: string) =>
  test.announce(CaseOpinionExtended, 'c-1', { ...ids, opinionDueAt: '2026-05-11T21:59:59.999Z' }, id);

it('tells each of the team by e-mail and in the portal, in their own language, once however often the event comes [R6.1.9] [R6.1.10]', async () => {
  const data = {
    ...ApplicationSubmitted.example,
    applicationId,
    team: [claire, david].map(({ id }) => ({ personId: id, organisationId: 'inserm', role: 'member' })),
  };
  const id = await test.announce(ApplicationSubmitted, applicationId, data);
  await test.announce(ApplicationSubmitted, applicationId, data, id);
  // Letters of different events go out side by side.
  const french = (await test.lettersTo('claire', 2)).find(({ subject }) => /déposée/.test(subject));
  const [english] = await test.lettersTo('david', 1);
  expect(french).toMatchObject({ subject: 'Votre demande est déposée', language: 'fr' });
  expect(french?.text).toContain('https://portal.example/dossiers/a-1');
  expect(english).toMatchObject({ subject: 'Your application was submitted', language: 'en' });
  expect(english?.messageId).toMatch(/^<.+@portal\.example>$/);
  const { body } = await (await test.hub.as(claire)).get('/notices');
  expect(body.items.filter(({ event }: { event: string }) => event === ApplicationSubmitted.type)).toHaveLength(1);
  expect((await test.letters()).filter(({ subject }) => /submitted|déposée/.test(subject))).toHaveLength(2);
});

it('tells the applicant of an extension, whose reason the portal states [R8.0.9]', async () => {
  await extended();
  const letter = await eventually(async () => {
    const found = (await test.letters()).find(({ to, subject }) => to.startsWith('david') && /more time/.test(subject));
    expect(found).toBeDefined();
    return found;
  });
  expect(letter?.text).toContain('The case in the portal states the reason.');
});

it('gives a task with its day, and tells no recused member anything of the case', async () => {
  await test.announce(CaseInterestDeclared, 'c-1', { ...ids, memberId: 'member-3', recused: true });
  await test.announce(CaseVoteOpened, 'c-1', { ...ids, present: ['president', 'member-3'], quorum: 1 });
  await test.announce(CaseInformationRequested, 'c-1', {
    ...ids,
    requestId: 'r',
    fields: ['f'],
    phase: 'PRE_SCREENING',
    dueAt: '2026-03-30T21:59:59.999Z',
  });
  const api = await test.hub.as(claire);
  const task = await eventually(async () => {
    const { body } = await api.get('/notices?kind=task');
    expect(body.items).toHaveLength(1);
    return body.items[0];
  });
  expect(task).toMatchObject({ dueAt: '2026-03-30T21:59:59.999Z', reference: applicationId });
  const recused = await (await test.hub.as(person('member-3', 'cesrees', 'committee_member'))).get('/notices?q=a-1');
  expect(recused.body.items).toEqual([]);
});

it('delivers later, under the same Message-ID, what the mail server was not there for', async () => {
  let id = '';
  await test.withoutMail(async () => {
    id = await extended();
    await eventually(async () => {
      const { body } = await (await test.hub.as(officer)).get('/notices/failures');
      expect(body.items.length).toBeGreaterThanOrEqual(2);
      expect(body.items[0]).toMatchObject({ status: 'waiting', attempts: 1, reason: expect.stringContaining('SMTP') });
      expect(JSON.stringify(body)).not.toContain('claire@');
    });
  });
  const before = (await test.letters()).length;
  expect(id).not.toBe('');
  test.hub.clock.advance(pauseAfter(1) + 1_000);
  await eventually(async () => expect((await test.letters()).length).toBeGreaterThanOrEqual(before + 2));
  const messages = (await test.letters()).map(({ messageId }) => messageId);
  expect(new Set(messages).size).toBe(messages.length);
});

it('gives a letter up after its last attempt, shows it masked to operators only, and sends it anew when told', async () => {
  await test.asked(`SELECT FROM letter WHERE status = 'waiting'`, 0);
  const operator = await test.hub.as(officer);
  await test.withoutMail(async () => {
    await extended();
    const waiting = `SELECT FROM letter WHERE status = 'waiting'`;
    await eventually(async () => expect(await test.count(waiting)).toBe(3));
    // Every pause is passed over as soon as all attempts of the round have failed.
    while ((await test.count(waiting)) > 0) {
      const now = test.hub.clock.now().toISOString();
      const inFlight = await test.count(`${waiting} AND (next_at <= '${now}' OR reason IS NULL)`);
      if (inFlight === 0) test.hub.clock.advance(pauseAfter(16));
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const { body } = await operator.get('/notices/failures');
  const given = body.items.find(({ personId }: { personId: string }) => personId === 'claire');
  expect(given).toMatchObject({ status: 'given-up', attempts: 16, address: 'c…@inserm.example' });
  expect((await (await test.hub.as(claire)).get('/notices/failures')).status).toBe(403);
  const before = (await test.lettersOf('claire')).length;
  expect((await operator.post(`/notices/failures/${given.id}/retry`)).body).toEqual({
    id: given.id,
    status: 'waiting',
  });
  await test.lettersTo('claire', before + 1);
  await test.asked(`SELECT FROM letter WHERE id = '${given.id}' AND status = 'sent'`, 1);
  expect((await operator.post(`/notices/failures/${given.id}/retry`)).status).toBe(409);
  expect((await operator.post('/notices/failures/none/retry')).status).toBe(404);
}, 90_000);
