import { actorId, refuse } from '@hub/decider';
import { exportSlice } from './export.js';

/** A checker lets the approved bytes go; the hash says which ones. */
export const release = exportSlice({
  name: 'release',
  by: ['checker'],
  in: ['APPROVED'],
  decide: ({ sha256 }: { sha256: string }, state) =>
    sha256 === state.file.sha256 ? [{ type: 'released' }] : refuse('file-changed'),
});

/** On an incident: what was released can no longer be downloaded. */
export const recall = exportSlice({
  name: 'recall',
  by: ['checker', 'security'],
  in: ['RELEASED', 'APPROVED'],
  decide: ({ reason }: { reason: string }) => [{ type: 'recalled', reason }],
});

const BEFORE_RELEASE = ['IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED'] as const;

/** A checker takes the file to look at it. */
export const inspect = exportSlice({
  name: 'inspect',
  by: ['checker'],
  in: [...BEFORE_RELEASE, 'RELEASED', 'REFUSED', 'RECALLED'],
  decide: (_command: object, state, { actor }) => [
    { type: 'downloaded', personId: actorId(actor), sha256: state.file.sha256 },
  ],
});

/** A member takes the released file. */
export const download = exportSlice({
  name: 'download',
  by: ['requester', 'colleague'],
  in: ['RELEASED'],
  decide: (_command: object, state, { actor }) => [
    { type: 'downloaded', personId: actorId(actor), sha256: state.file.sha256 },
  ],
});
