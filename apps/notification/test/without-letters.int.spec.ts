import { CaseOpinionExtended } from '@hub/contracts';
import { person } from '@hub/testkit';
import { NotificationUnderTest } from './notification-under-test.js';

const claire = person('claire', 'inserm', 'applicant');
let test: NotificationUnderTest;

beforeAll(async () => {
  test = await NotificationUnderTest.start({ letters: false });
  await test.people('a-1');
});
afterAll(() => test?.stop());

it('without a mail server keeps notices in the portal, writes no letter, and says so', async () => {
  const data = { caseId: 'c-1', applicationId: 'a-1', opinionDueAt: '2026-05-11T21:59:59.999Z' };
  await test.announce(CaseOpinionExtended, 'c-1', data);
  await test.asked(`SELECT FROM notice WHERE person_id = 'claire' AND event_type = '${CaseOpinionExtended.type}'`, 1);
  expect(await test.count('SELECT FROM letter')).toBe(0);
  const api = await test.hub.as(claire);
  expect((await api.get('/notices/count')).body).toMatchObject({ letters: 'off' });
  expect((await api.get('/notices/preferences')).body).toMatchObject({ letters: 'off' });
  const wish = { email: 'claire@new.example', language: 'en', task: 'daily', status: 'none' };
  expect((await api.put('/notices/preferences', wish)).body).toMatchObject({ status: 409, code: 'letters-off' });
  const { body } = await (await test.hub.as(person('admin', 'hdh', 'directory_administrator'))).get(
    '/notices/failures',
  );
  expect(body).toEqual({ letters: 'off', items: [] });
});
