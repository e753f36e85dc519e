import { join } from 'node:path';
import { permissionsKept, permissionsOf } from '@hub/testkit/permissions';
import { deliveryPermissions } from './delivery/permissions.fixture.js';
import { exportPermissions } from './export/permissions.fixture.js';
import { optOutPermissions } from './opt-out/permissions.fixture.js';
import { queryPermissions } from './query/permissions.fixture.js';
import { workspacePermissions } from './workspace/permissions.fixture.js';

/** Read by a person: a new command, state, role or part of a view does not pass until its row stands in the file. */
describe('who may do what and who sees what is what permissions.txt says', () => {
  it.each([
    ['delivery', permissionsOf(deliveryPermissions)],
    ['export', permissionsOf(exportPermissions)],
    ['opt-out', permissionsOf(optOutPermissions)],
    ['query', permissionsOf(queryPermissions)],
    ['workspace', permissionsOf(workspacePermissions)],
  ])('of %s', (folder, generated) => {
    expect(generated).toBe(permissionsKept(join(import.meta.dirname, folder), generated));
  });
});
