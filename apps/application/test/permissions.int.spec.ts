import { system } from '@hub/decider';
import { answersOf, type Route, type ServiceUnderTest, testService } from '@hub/testkit';
import { application } from '../src/application/application.js';
import { ApplicationStore } from '../src/application/application.store.js';
import { applicationPermissions } from '../src/application/permissions.fixture.js';
import { service } from './running-service.js';

const answers = { 'publicInformation.projectName': 'p' };
const routes: Readonly<Record<string, Route>> = {
  'save-answers': { method: 'PUT', path: '/answers', body: { answers } },
  invite: { path: '/invitations', body: { personId: 'zoe', role: 'member' } },
  join: { path: '/team' },
  leave: { method: 'DELETE', path: '/team/david' },
  'recall-invitation': { method: 'DELETE', path: '/invitations/i' },
  'hand-over-lead': { method: 'PUT', path: '/lead', body: { personId: 'david' } },
  submit: { path: '/submission' },
  'provide-information': { path: '/information' },
  withdraw: { path: '/withdrawal' },
  discard: { method: 'DELETE', path: '' },
};

describe('the routes of an application', () => {
  let hub: ServiceUnderTest;
  beforeAll(async () => {
    hub = await testService(service);
  });
  afterAll(() => hub?.stop());

  it('answer everybody as its permissions.txt says; whom it does not exist for cannot tell it from none', async () => {
    // Who holds the secret of a letter reaches it by that secret alone, not by its address.
    const { 'bearer of a letter’s secret': _bearer, ...people } = applicationPermissions.people;
    const { count, otherwise } = await answersOf({
      table: { ...applicationPermissions, aggregate: application, people },
      store: hub.service.app.get(ApplicationStore),
      begunBy: system('application'),
      states: ['DRAFT (in use)', 'AWAITING_ADDITIONAL_INFORMATION', 'PROCESSING'],
      read: (id) => `/applications/${id}`,
      routes: Object.fromEntries(
        Object.entries(routes).map(([name, route]) => [
          name,
          (id: string) => ({ ...route, path: `/applications/${id}${route.path}` }),
        ]),
      ),
      as: hub.as,
    });
    expect(otherwise).toEqual([]);
    for (const asked of Object.values(count)) expect(asked).toBeGreaterThan(4);
  }, 180_000);
});
