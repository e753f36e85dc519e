import { join } from 'node:path';
import { permissionsKept, permissionsOf } from '@hub/testkit/permissions';
import { mandatePermissions } from './mandate/permissions.fixture.js';
import { organisationPermissions } from './organisation/permissions.fixture.js';

/** Read by a person: a new command, state or role does not pass until its row stands in the file. */
describe('who may do what, and who sees what of it, is what permissions.txt says', () => {
  it.each([
    ['mandate', permissionsOf(mandatePermissions)],
    ['organisation', permissionsOf(organisationPermissions)],
  ])('of %s', (folder, generated) => {
    expect(generated).toBe(permissionsKept(join(import.meta.dirname, folder), generated));
  });
});
