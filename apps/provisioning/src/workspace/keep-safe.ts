/** What the security officer and the engineer may do to a workspace without seeing its data. */

import { slice } from './workspace.js';
import { dataOf } from './workspace-evolve.js';

export const suspend = slice({
  name: 'suspend',
  by: ['security'],
  in: ['ACTIVE'],
  decide: ({ reason }: { reason: string }) => [{ type: 'suspended', reason }],
});

export const resume = slice({
  name: 'resume',
  by: ['security'],
  in: ['SUSPENDED'],
  decide: (_command: object) => [{ type: 'resumed' }],
});

/** The data was deleted: the certificate binds what it was. */
export const purge = slice({
  name: 'purge',
  by: ['engineer'],
  in: ['LOCKED'],
  decide: ({ files }: { files: number }, state) => [
    { type: 'purged', manifestSha256: dataOf(state)?.manifestSha256 ?? null, files },
  ],
});
