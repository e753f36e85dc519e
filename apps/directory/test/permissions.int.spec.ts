import { generateKeyPairSync } from 'node:crypto';
import { system } from '@hub/decider';
import { Database } from '@hub/event-store';
import { answersOf, type Route, type ServiceUnderTest, testService } from '@hub/testkit';
import { MandateStore } from '../src/mandate/mandate.store.js';
import { mandatePermissions } from '../src/mandate/permissions.fixture.js';
import { OrganisationStore } from '../src/organisation/organisation.store.js';
import { organisationPermissions } from '../src/organisation/permissions.fixture.js';
import { directoryService } from '../src/service.module.js';
import { OutsideProvider } from './outside-provider.js';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const at = (root: string, routes: Readonly<Record<string, Route>>) =>
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      (id: string): Route => ({ ...route, path: `/${root}/${id}${route.path}` }),
    ]),
  );

describe('the routes of the directory', () => {
  let provider: OutsideProvider;
  let directory: ServiceUnderTest;
  beforeAll(async () => {
    provider = await OutsideProvider.start();
    const settings = { issuer: provider.issuer, audience: 'hub', signingKey, demonstration: true };
    directory = await testService(directoryService(settings));
  });
  afterAll(async () => {
    await directory?.stop();
    await provider?.stop();
  });

  it('answer everybody as a mandate’s permissions.txt says; who has no part in it cannot tell it from none', async () => {
    const { count, otherwise } = await answersOf({
      table: mandatePermissions,
      store: directory.service.app.get(MandateStore),
      begunBy: system('directory'),
      // Nobody holds a role for an organisation twice at once: the mandate before is out of the list.
      anew: async (events) => {
        await directory.service.app.get(Database).pool.query('DELETE FROM mandate');
        return events;
      },
      states: ['given (delegated)', 'suspended', 'ended'],
      read: (id) => `/mandates/${id}`,
      routes: at('mandates', {
        'delegate-mandate': { path: '/delegate', body: { delegateId: 'david', to: '2026-03-09' } },
        'end-delegation': { path: '/end-delegation' },
        'confirm-mandate': { path: '/confirm' },
        'end-mandate': { path: '/end' },
      }),
      as: directory.as,
    });
    expect(otherwise).toEqual([]);
    for (const asked of Object.values(count)) expect(asked).toBeGreaterThan(5);
  }, 180_000);

  it('answer everybody as an organisation’s permissions.txt says', async () => {
    const entry = { kind: 'research', name: { fr: 'Institut', en: 'Institute' } };
    const { count, otherwise } = await answersOf({
      table: organisationPermissions,
      store: directory.service.app.get(OrganisationStore),
      begunBy: system('directory'),
      states: ['active', 'closed'],
      read: (id) => `/organisations/${id}`,
      routes: at('organisations', {
        'amend-organisation': { path: '/amend', body: entry },
        'close-organisation': { path: '/close' },
      }),
      as: directory.as,
    });
    expect(otherwise).toEqual([]);
    expect(count.may).toBeGreaterThan(0);
  }, 180_000);
});
