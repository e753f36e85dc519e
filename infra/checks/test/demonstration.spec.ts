import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccounts } from '@hub/local';

const root = join(import.meta.dirname, '../../../..');

describe('the demonstration', () => {
  it.each(['directory', 'notification'])('is known to the %s: every account under its own id', async (service) => {
    const seed = await readFile(join(root, `apps/${service}/src/seed/people.ts`), 'utf8');
    const known = [...seed.matchAll(/^ {2}person\('([\w-]+)'/gm)].map(([, id]) => id);
    expect(known).toEqual(demoAccounts.map(({ id }) => id));
  });
});
