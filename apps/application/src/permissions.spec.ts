import { join } from 'node:path';
import { permissionsKept, permissionsOf } from '@hub/testkit/permissions';
import { applicationPermissions } from './application/permissions.fixture.js';
import { messagePermissions } from './message/permissions.fixture.js';

/** Read by a person: a new command, state, role or part of a view does not pass until its row stands in the file. */
describe('who may do what, and who sees what of it, is what permissions.txt says [R6.1.4]', () => {
  it.each([
    ['application', permissionsOf(applicationPermissions)],
    ['message', permissionsOf(messagePermissions)],
  ])('of %s', (folder, generated) => {
    expect(generated).toBe(permissionsKept(join(import.meta.dirname, folder), generated));
  });
});
