import { actorId, refuse } from '@hub/decider';
import { slice } from '../case/case.js';
import { everyState } from './every-state.js';

export const lockCase = slice({
  name: 'lock-case',
  by: ['officer', 'authority'],
  in: everyState,
  offered: ({ file }) => !file.lock,
  decide: ({ reasons }: { reasons: string }, { file }, { actor, now }) =>
    file.lock ? refuse('locked-already') : [{ type: 'locked', at: now.toISOString(), by: actorId(actor), reasons }],
});

export const unlockCase = slice({
  name: 'unlock-case',
  by: ['officer', 'authority'],
  in: everyState,
  offered: ({ file }) => file.lock !== undefined,
  decide: ({ reasons }: { reasons: string }, { file }, { actor, now }) =>
    file.lock ? [{ type: 'unlocked', at: now.toISOString(), by: actorId(actor), reasons }] : refuse('not-locked'),
});
