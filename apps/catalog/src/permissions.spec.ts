import { join } from 'node:path';
import { permissionsKept, permissionsOf } from '@hub/testkit/permissions';
import { datasetPermissions } from './dataset/permissions.fixture.js';

/** Read by a person: a new command, state or role does not pass until its row stands in the file. */
it('who may do what to a dataset, and for whom it exists, is what permissions.txt says', () => {
  const generated = permissionsOf(datasetPermissions);
  expect(generated).toBe(permissionsKept(join(import.meta.dirname, 'dataset'), generated));
});
