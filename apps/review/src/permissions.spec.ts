import { join } from 'node:path';
import { permissionsKept, permissionsOf } from '@hub/testkit/permissions';
import { casePermissions } from './case/permissions.fixture.js';
import { interestsPermissions } from './interests/permissions.fixture.js';
import { permitPermissions } from './permit/permissions.fixture.js';
import { entryPermissions } from './register/permissions.fixture.js';
import { resultPermissions } from './results/permissions.fixture.js';
import { sessionPermissions } from './session/permissions.fixture.js';

/** Read by a person: a new command, state, role or part of a view does not pass until its row stands in the file. */
describe('who may do what and who sees what is what permissions.txt says [R7.1.1, R7.6.1, R9.3.5, R15.2.2, R15.5.3]', () => {
  it.each([
    ['case', permissionsOf(casePermissions)],
    ['interests', permissionsOf(interestsPermissions)],
    ['permit', permissionsOf(permitPermissions)],
    ['register', permissionsOf(entryPermissions)],
    ['results', permissionsOf(resultPermissions)],
    ['session', permissionsOf(sessionPermissions)],
  ])('of %s', (folder, generated) => {
    expect(generated).toBe(permissionsKept(join(import.meta.dirname, folder), generated));
  });
});
