import { CaseOpinionExtended } from '@hub/contracts';
import { person, type Reply } from '@hub/testkit';
import { everybody } from '@hub/testkit/permissions';
import { NotificationUnderTest } from './notification-under-test.js';

const applicationId = 'a-1';
const claire = person('claire', 'inserm', 'applicant');
const own = person('claire', 'institut-curie', 'applicant');
const others = Object.entries(everybody('inserm', 'institut-curie'));
const wish = { language: 'en', task: 'at-once', status: 'none' };
let test: NotificationUnderTest;
let notice: string;

beforeAll(async () => {
  test = await NotificationUnderTest.start();
  await test.people(applicationId);
  await test.announce(CaseOpinionExtended, 'c-1', {
    ...{ caseId: 'c-1', applicationId, opinionDueAt: '2026-05-11T21:59:59.999Z' },
  });
  await test.asked(`SELECT FROM notice WHERE person_id = 'claire'`, 2);
  notice = (await (await test.hub.as(claire)).get('/notices')).body.items[0].id;
});
afterAll(() => test?.stop());

const without = ({ status, body: { correlationId: _own, ...body } }: Reply) => ({ status, ...body });
const kept = async () => (await (await test.hub.as(claire)).get('/notices')).body.items;

/** No route takes a person’s id: everybody reads, marks and sets what is theirs, whatever their roles and organisation. */
describe('notices and preferences are nobody else’s', () => {
  it('no role reads, counts or marks those of another person, of the same organisation or of another one', async () => {
    const before = await kept();
    for (const [name, actor] of others) {
      if (actor.kind !== 'person') continue;
      const api = await test.hub.as(actor);
      const seen = [await api.get('/notices'), await api.get('/notices/count'), await api.post('/notices/read-all')];
      expect([name, ...seen.map(({ body }) => body)]).toEqual([
        name,
        { items: [] },
        { unread: 0, tasks: 0, letters: 'on' },
        { read: 0 },
      ]);
      const theirs = without(await api.post(`/notices/${notice}/read`));
      expect([name, theirs]).toEqual([name, without(await api.post('/notices/never-was/read'))]);
      expect([name, theirs.status]).toEqual([name, 404]);
    }
    expect(await kept()).toEqual(before);
  });

  it('no role reads or sets the wishes of another person', async () => {
    await (await test.hub.as(claire)).put('/notices/preferences', { ...wish, status: 'daily' });
    for (const [name, actor] of others) {
      if (actor.kind !== 'person') continue;
      const api = await test.hub.as(actor);
      await api.put('/notices/preferences', wish);
      expect([name, JSON.stringify((await api.get('/notices/preferences')).body)]).not.toEqual([
        name,
        expect.stringContaining('claire'),
      ]);
    }
    expect((await (await test.hub.as(claire)).get('/notices/preferences')).body).toMatchObject({ status: 'daily' });
  });

  it('a person has one inbox, whichever organisation they act for', async () => {
    expect((await (await test.hub.as(own)).get('/notices')).body.items).toEqual(await kept());
    expect((await (await test.hub.as(own)).post(`/notices/${notice}/read`)).status).toBe(200);
  });
});
